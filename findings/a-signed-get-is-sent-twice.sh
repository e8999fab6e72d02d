#!/bin/sh
# A GET whose connection is closed after the request was read and before any answer came is sent again, with the same
# headers, by two HTTP clients for Java, without a word to the caller. Under OAuth 1.0a those headers hold a nonce that the
# server has used by then, so the second request is answered with 401, and the caller is told "unauthorized" where the truth
# is "the line broke". A POST is not repeated.
#
# Seen with the JDK's java.net.http.HttpClient (17.0.15; HTTP/1.1, no retry configured) and with Apache HttpClient 5.5.1
# (defaults); with Apache's disableAutomaticRetries() each request is seen once, and the caller gets the exception. The JDK's
# client has no such switch.
#
# What this prints, and checks:
#   jdk GET: nonces n1 n1
#   jdk POST: nonces n1
#   apache GET: nonces n1 n1
#   apache POST: nonces n1
#   apache GET without retries: nonces n1
#
# Needs a JDK 17 or newer and Maven; everything lies in a temporary folder. Talks to 127.0.0.1 only, but for Maven's downloads.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.apache.httpcomponents.client5</groupId><artifactId>httpclient5</artifactId><version>5.5.1</version></dependency>
  </dependencies>
</project>
POM
mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.11.0:copy-dependencies -DoutputDirectory=lib

cat > Twice.java <<'JAVA'
import java.net.*;
import java.net.http.*;
import java.util.*;
import java.util.concurrent.*;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.*;
import org.apache.hc.core5.http.io.entity.StringEntity;

public class Twice {
    static final List<String> seen = new CopyOnWriteArrayList<>();

    interface Client { void send(String method, URI to) throws Exception; }

    public static void main(String[] args) throws Exception {
        var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        var thread = new Thread(() -> { while (true) { try { readThenHangUp(server.accept()); } catch (Exception e) { return; } } });
        thread.setDaemon(true);
        thread.start();
        var to = URI.create("http://127.0.0.1:" + server.getLocalPort() + "/");
        Client jdk = (method, uri) -> HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build().send(
                HttpRequest.newBuilder(uri).header("Authorization", "OAuth nonce=n1").method(method,
                        method.equals("GET") ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString("x")).build(),
                HttpResponse.BodyHandlers.ofString());
        told("jdk GET", jdk, "GET", to);
        told("jdk POST", jdk, "POST", to);
        told("apache GET", apache(HttpClients.custom()), "GET", to);
        told("apache POST", apache(HttpClients.custom()), "POST", to);
        told("apache GET without retries", apache(HttpClients.custom().disableAutomaticRetries()), "GET", to);
    }

    static Client apache(HttpClientBuilder builder) {
        return (method, uri) -> {
            try (var http = builder.build()) {
                var request = new HttpUriRequestBase(method, uri);
                request.setHeader("Authorization", "OAuth nonce=n1");
                if (method.equals("POST")) { request.setEntity(new StringEntity("x")); }
                http.execute(request, answer -> answer.getCode());
            }
        };
    }

    static void told(String who, Client client, String method, URI to) throws Exception {
        seen.clear();
        try { client.send(method, to); } catch (java.io.IOException expected) { }
        System.out.println(who + ": nonces " + String.join(" ", seen));
    }

    static void readThenHangUp(Socket connection) throws Exception {
        var in = connection.getInputStream();
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) { var next = in.read(); if (next < 0) { return; } head.append((char) next); }
        if (head.toString().startsWith("POST")) { in.read(); }
        var at = head.indexOf("nonce=");
        seen.add(head.substring(at + 6, at + 8));
        connection.close();
    }
}
JAVA
java -cp 'lib/*' Twice.java | tee told
cat > expected <<'TXT'
jdk GET: nonces n1 n1
jdk POST: nonces n1
apache GET: nonces n1 n1
apache POST: nonces n1
apache GET without retries: nonces n1
TXT
diff expected told && echo "as stated"
