package org.goodword.sandbox.wire;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** OAuth 1.0a HMAC-SHA1, written from RFC 5849 §3.4 to §3.6. */
public final class Signatures {
    private Signatures() {}

    /** §3.4.1.1: the method, the address and the parameters, each encoded, joined by ampersands. */
    public static String baseString(
            String method, String scheme, String host, String path, List<Map.Entry<String, String>> parameters) {
        return method.toUpperCase(Locale.ROOT)
                + "&"
                + Percent.encode(address(scheme, host, path))
                + "&"
                + Percent.encode(normalised(parameters));
    }

    /** §3.4.1.2: small letters for scheme and host, no default port, no query. */
    private static String address(String scheme, String host, String path) {
        var authority = host.toLowerCase(Locale.ROOT);
        var standard = scheme.equals("https") ? ":443" : ":80";
        if (authority.endsWith(standard)) {
            authority = authority.substring(0, authority.length() - standard.length());
        }
        return scheme + "://" + authority + (path.isEmpty() ? "/" : path);
    }

    /** §3.4.1.3.2: encoded first, then sorted by name and by value, without the signature itself. */
    static String normalised(List<Map.Entry<String, String>> parameters) {
        var encoded = new ArrayList<Map.Entry<String, String>>();
        for (var parameter : parameters) {
            if (!parameter.getKey().equals("oauth_signature")) {
                encoded.add(Map.entry(Percent.encode(parameter.getKey()), Percent.encode(parameter.getValue())));
            }
        }
        encoded.sort(Map.Entry.<String, String>comparingByKey().thenComparing(Map.Entry.comparingByValue()));
        var joined = new StringBuilder();
        for (var pair : encoded) {
            joined.append(joined.isEmpty() ? "" : "&")
                    .append(pair.getKey())
                    .append('=')
                    .append(pair.getValue());
        }
        return joined.toString();
    }

    /** §3.4.2. */
    public static String sign(String baseString, String consumerSecret, String tokenSecret) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            var key = Percent.encode(consumerSecret) + "&" + Percent.encode(tokenSecret);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.US_ASCII), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal(baseString.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HMAC-SHA1", e);
        }
    }

    /** Whether two secrets are the same, in a time that does not tell where they differ. */
    public static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    /** §3.5.1: the parameters of an {@code Authorization: OAuth …} header, its realm left out. */
    public static List<Map.Entry<String, String>> header(String authorization) {
        var parameters = new ArrayList<Map.Entry<String, String>>();
        for (var part : authorization.substring("OAuth".length()).split(",")) {
            var equals = part.indexOf('=');
            if (equals > 0) {
                var name = Percent.decode(part.substring(0, equals).strip());
                var quoted = part.substring(equals + 1).strip();
                var isQuoted = quoted.length() > 1 && quoted.startsWith("\"") && quoted.endsWith("\"");
                var value = isQuoted ? quoted.substring(1, quoted.length() - 1) : quoted;
                if (!name.equalsIgnoreCase("realm")) {
                    parameters.add(Map.entry(name, Percent.decode(value)));
                }
            }
        }
        return parameters;
    }
}
