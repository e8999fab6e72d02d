package org.goodword.platform.x;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An OAuth 1.0a signature worked out again from RFC 5849, without a line of the code under test or of Twitter4J. */
final class Signatures {
    private static final String PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~";

    private Signatures() {}

    static void assertValid(ScriptedX.Asked asked, URI baseUrl, String consumerSecret, String tokenSecret) {
        assertThat(asked.authorization()).startsWith("OAuth ");
        var oauth = parameters(asked);
        assertThat(oauth).containsEntry("oauth_signature_method", "HMAC-SHA1").containsEntry("oauth_version", "1.0");
        var signed = new ArrayList<String>();
        oauth.forEach((name, value) -> {
            if (!name.equals("oauth_signature")) {
                signed.add(percent(name) + "=" + percent(value));
            }
        });
        signed.addAll(query(asked.target()));
        // no name here is the beginning of another, so sorting pairs is sorting by name, then value
        signed.sort(String::compareTo);
        var path = asked.target().split("\\?", 2)[0];
        var base = asked.method() + "&" + percent(baseUrl + path) + "&" + percent(String.join("&", signed));
        assertThat(oauth.get("oauth_signature"))
                .isEqualTo(hmac(base, percent(consumerSecret) + "&" + percent(tokenSecret)));
    }

    static Map<String, String> parameters(ScriptedX.Asked asked) {
        var parameters = new HashMap<String, String>();
        for (var part : asked.authorization().substring("OAuth ".length()).split(",")) {
            var pair = part.strip().split("=", 2);
            parameters.put(decode(pair[0]), decode(pair[1].substring(1, pair[1].length() - 1)));
        }
        return parameters;
    }

    private static List<String> query(String target) {
        var query = new ArrayList<String>();
        if (target.contains("?")) {
            for (var pair : target.split("\\?", 2)[1].split("&")) {
                var parts = pair.split("=", 2);
                query.add(percent(decode(parts[0])) + "=" + percent(decode(parts[1])));
            }
        }
        return query;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static String percent(String text) {
        var encoded = new StringBuilder();
        for (var each : text.getBytes(StandardCharsets.UTF_8)) {
            if (PLAIN.indexOf(each) >= 0) {
                encoded.append((char) each);
            } else {
                encoded.append(String.format("%%%02X", each));
            }
        }
        return encoded.toString();
    }

    private static String hmac(String base, String key) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal(base.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
