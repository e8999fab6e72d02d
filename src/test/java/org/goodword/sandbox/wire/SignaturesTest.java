package org.goodword.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignaturesTest {
    /** RFC 5849 §3.4.1.1 and §3.4.1.3, with its own parameters. */
    @Test
    void theBaseStringOfRfc5849() {
        var header =
                "OAuth realm=\"Example\", oauth_consumer_key=\"9djdj82h48djs9d2\", oauth_token=\"kkk9d7dh3k39sjv7\","
                        + " oauth_signature_method=\"HMAC-SHA1\", oauth_timestamp=\"137131201\","
                        + " oauth_nonce=\"7d8f3e4a\", oauth_signature=\"djosJKDKJSD8743243%2Fjdk33klY%3D\"";
        var parameters = new ArrayList<>(Signatures.header(header));
        parameters.addAll(Percent.pairs("b5=%3D%253D&a3=a&c%40=&a2=r%20b"));
        parameters.addAll(Percent.pairs("c2&a3=2+q"));

        assertThat(Signatures.baseString("POST", "http", "EXAMPLE.COM:80", "/request", parameters))
                .isEqualTo("POST&http%3A%2F%2Fexample.com%2Frequest&a2%3Dr%2520b%26a3%3D2%2520q%26a3%3Da%26b5%3D%253D"
                        + "%25253D%26c%2540%3D%26c2%3D%26oauth_consumer_key%3D9djdj82h48djs9d2%26oauth_nonce%3D7d8f3e4a"
                        + "%26oauth_signature_method%3DHMAC-SHA1%26oauth_timestamp%3D137131201%26oauth_token"
                        + "%3Dkkk9d7dh3k39sjv7");
    }

    /** The example of X's page "Creating a signature". */
    @Test
    void theSignatureOfXsDocumentation() {
        var parameters = List.of(
                Map.entry("status", "Hello Ladies + Gentlemen, a signed OAuth request!"),
                Map.entry("include_entities", "true"),
                Map.entry("oauth_consumer_key", "xvz1evFS4wEEPTGEFPHBog"),
                Map.entry("oauth_nonce", "kYjzVBB8Y0ZFabxSWbWovY3uYSQ2pTgmZeNu2VS4cg"),
                Map.entry("oauth_signature_method", "HMAC-SHA1"),
                Map.entry("oauth_timestamp", "1318622958"),
                Map.entry("oauth_token", "370773112-GmHxMAgYyLbNEtIKZeRNFsMKPR9EyMZeS9weJAEb"),
                Map.entry("oauth_version", "1.0"));
        var base = Signatures.baseString("post", "https", "api.twitter.com", "/1.1/statuses/update.json", parameters);

        assertThat(Signatures.sign(
                        base,
                        "kAcSOqF21Fu85e7zjz7ZN2U4ZRhfV3WpwPAoE3Z7kBw",
                        "LswwdoUaIvS8ltyTt5jkRh4J50vUPVVHtR2YPi5kE"))
                .isEqualTo("hCtSmYh+iHYCEqBWrE7C7hYmtUk=");
    }

    /** RFC 5849 §1.2: its request for the photograph. */
    @Test
    void theSignatureOfRfc5849() {
        var parameters = List.of(
                Map.entry("file", "vacation.jpg"),
                Map.entry("size", "original"),
                Map.entry("oauth_consumer_key", "dpf43f3p2l4k3l03"),
                Map.entry("oauth_token", "nnch734d00sl2jdk"),
                Map.entry("oauth_signature_method", "HMAC-SHA1"),
                Map.entry("oauth_timestamp", "137131202"),
                Map.entry("oauth_nonce", "chapoH"));
        var base = Signatures.baseString("GET", "http", "photos.example.net", "/photos", parameters);

        assertThat(Signatures.sign(base, "kd94hf93k423kf44", "pfkkdhi9sl3r4s00"))
                .isEqualTo("MdpQcU8iPSUjWoN/UDMsK2sui9I=");
    }

    @Test
    void percentEncodingKeepsOnlyTheUnreserved() {
        assertThat(Percent.encode("Ladies + Gentlemen")).isEqualTo("Ladies%20%2B%20Gentlemen");
        assertThat(Percent.encode("An encoded string!")).isEqualTo("An%20encoded%20string%21");
        assertThat(Percent.encode("☃ ~-._*")).isEqualTo("%E2%98%83%20~-._%2A");
        assertThat(Percent.decode("%E2%98%83+%zz%4")).isEqualTo("☃+%zz%4");
    }
}
