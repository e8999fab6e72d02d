package org.goodword.sandbox;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** OAuth 1.0a as a client does it, written for the tests alone on the JDK's own encoder. */
record Signer(String consumerKey, String consumerSecret, String token, String tokenSecret) {
    String header(String method, URI uri, Instant at, String nonce, Map<String, String> more) {
        var oauth = new TreeMap<String, String>(more);
        oauth.put("oauth_consumer_key", consumerKey);
        oauth.put("oauth_nonce", nonce);
        oauth.put("oauth_signature_method", "HMAC-SHA1");
        oauth.put("oauth_timestamp", Long.toString(at.getEpochSecond()));
        oauth.put("oauth_version", "1.0");
        if (!token.isEmpty()) {
            oauth.put("oauth_token", token);
        }
        oauth.put("oauth_signature", signature(method, uri, oauth));
        return oauth.entrySet().stream()
                .map(entry -> encode(entry.getKey()) + "=\"" + encode(entry.getValue()) + "\"")
                .collect(Collectors.joining(", ", "OAuth ", ""));
    }

    private String signature(String method, URI uri, Map<String, String> oauth) {
        var pairs = new TreeSet<String>();
        oauth.forEach((name, value) -> pairs.add(encode(name) + "=" + encode(value)));
        if (uri.getRawQuery() != null) {
            for (var part : uri.getRawQuery().split("&")) {
                var two = part.split("=", 2);
                pairs.add(encode(URLDecoder.decode(two[0], StandardCharsets.UTF_8)) + "="
                        + encode(URLDecoder.decode(two[1], StandardCharsets.UTF_8)));
            }
        }
        var address = uri.getScheme() + "://" + uri.getAuthority() + uri.getRawPath();
        var base = method + "&" + encode(address) + "&" + encode(String.join("&", pairs));
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(
                    (encode(consumerSecret) + "&" + encode(tokenSecret)).getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal(base.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
