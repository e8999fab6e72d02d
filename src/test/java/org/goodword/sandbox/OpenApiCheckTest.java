package org.goodword.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.goodword.sandbox.OpenApi.Findings;
import org.goodword.sandbox.Overheard.Exchange;
import org.goodword.sandbox.Overheard.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The checker itself, on an invented file of two calls: what it lets pass, and everything that it must not. */
class OpenApiCheckTest {
    private static final String FILE = """
            {"openapi": "3.0.0",
             "paths": {
              "/2/bells/{id}": {"get": {
               "security": [{"UserToken": []}, {"BearerToken": []}],
               "parameters": [
                {"name": "id", "in": "path", "required": true, "schema": {"type": "string", "pattern": "^[0-9]+$"}},
                {"name": "tone", "in": "query", "required": true, "schema": {"type": "integer", "minimum": 5}},
                {"$ref": "#/components/parameters/Fields"}],
               "responses": {
                "200": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Bell"}}}},
                "default": {"content": {
                 "application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}}}}},
              "/2/bells": {"post": {
               "security": [{"UserToken": []}],
               "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Bell"}}}},
               "responses": {"201": {"content": {"application/json": {"schema": {"type": "object"}}}}}}}},
             "components": {
              "parameters": {"Fields": {"name": "post.fields", "in": "query", "schema":
               {"type": "array", "items": {"type": "string", "enum": ["id", "at"]}}}},
              "schemas": {
               "Bell": {"type": "object", "required": ["id"], "properties": {
                "id": {"type": "string"},
                "rung": {"type": "integer", "format": "int64"},
                "at": {"type": "string", "format": "date-time", "x-ray": true},
                "repost_count": {"type": "integer"}}},
               "Problem": {"oneOf": [{"$ref": "#/components/schemas/Other"}]},
               "Other": {"type": "object", "required": ["type", "title", "detail"], "properties": {
                "type": {"type": "string", "enum": ["https://api.x.com/2/problems/internal-error"]},
                "title": {"type": "string"}, "detail": {"type": "string"}, "status": {"type": "integer"}}}}}}
            """;

    private static final String ASKED = "GET /2/bells/7?tone=5&tweet.fields=id,at";
    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";

    private final OpenApi openApi = new OpenApi(FILE, "the-app");

    private static Exchange exchange(
            String asked, String authorization, String body, int status, String type, String answer) {
        return new Exchange(
                new Message(asked + " HTTP/1.1", Map.of("authorization", authorization, "content-type", JSON), body),
                new Message("HTTP/1.1 " + status + " Said", Map.of("content-type", type + "; charset=utf-8"), answer));
    }

    private Findings answered(int status, String type, String answer) {
        return openApi.answer(exchange(ASKED, "OAuth a", "", status, type, answer));
    }

    private Findings asked(String asked, String authorization, String body) {
        return openApi.request(exchange(asked, authorization, body, 200, JSON, "{\"id\":\"7\"}"));
    }

    @Test
    void aGoodAnswerHasNoFaultsAndSaysWhatWasLeftOut() {
        var findings = answered(
                200, JSON, "{\"id\":\"7\",\"rung\":3,\"at\":\"2026-09-01T12:00:00.000Z\",\"retweet_count\":1}");

        assertThat(findings.faults()).isEmpty();
        assertThat(findings.leftOut())
                .containsExactly(
                        "format int64: the validator does not apply it",
                        "the name retweet_count: the file says repost_count",
                        "the word x-ray: the validator does not apply it");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "200 | application/json | {\"id\":7} | string expected",
                "200 | application/json | {\"rung\":3} | required property 'id' not found",
                "200 | application/json | {\"id\":\"7\",\"at\":\"at noon\"} | date-time",
                "200 | application/json | {\"id\":\"7\",\"colour\":\"bronze\"} | 'colour' is not defined",
                "200 | application/json | bronze | not JSON",
                "200 | text/plain | {\"id\":\"7\"} | the file knows [application/json]",
                "201 | application/json | {\"id\":\"7\"} | answers 201, the file knows [200, default]",
                "200 | application/json | `` | is empty",
                "403 | application/json | {\"title\":\"a\"} | the file knows [application/problem+json]",
                "403 | application/problem+json | {\"type\":\"about:blank\",\"title\":\"a\"} | 'detail' not found",
                "403 | application/problem+json | {\"type\":\"about:us\",\"title\":\"a\",\"detail\":\"b\"} | one schema",
                "403 | application/problem+json |"
                        + " {\"type\":\"about:blank\",\"title\":\"a\",\"detail\":\"b\",\"status\":404} | and says 404",
            })
    void aWrongAnswerIsAFault(int status, String type, String answer, String fault) {
        assertThat(String.join("\n", answered(status, type, answer).faults())).contains(fault);
    }

    @Test
    void whatTheFileDoesNotDescribeIsNamed() {
        var blank =
                answered(403, PROBLEM, "{\"type\":\"about:blank\",\"title\":\"a\",\"detail\":\"b\",\"status\":403}");
        var elsewhere = openApi.answer(exchange("GET /2/whistles", "OAuth a", "", 200, JSON, "{}"));

        assertThat(blank.faults()).isEmpty();
        assertThat(blank.leftOut())
                .containsExactly("the problem about:blank: the file knows no such type; its other fields are checked");
        assertThat(answered(404, PROBLEM, "").leftOut())
                .containsExactly("a 404 with nothing in it: the file describes a body");
        assertThat(elsewhere.leftOut()).containsExactly("GET /2/whistles: the file has no such call");
    }

    @Test
    void anAnswerToWhomeverTheFileShutsOutIsAFault() {
        var byApp = exchange("POST /2/bells", "Bearer the-app", "{\"id\":\"7\"}", 201, JSON, "{}");

        assertThat(openApi.answer(byApp).faults())
                .containsExactly("POST /2/bells works with BearerToken, the file says [UserToken]");
    }

    @Test
    void aGoodRequestHasNoFaults() {
        assertThat(asked(ASKED, "Bearer the-app", "").faults()).isEmpty();
        assertThat(asked("GET /2/bells/7?tone=5&tweet.fields=author_id", "OAuth a", "")
                        .leftOut())
                .contains("post.fields=author_id: the file's posts have it, its list lacks it");
        assertThat(asked("POST /2/bells", "OAuth a", "{\"id\":\"7\"}").faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "GET /2/bells/seven?tone=5 | OAuth a | `` | asked with id",
                "GET /2/bells/7 | OAuth a | `` | asked without tone",
                "GET /2/bells/7?tone=4 | OAuth a | `` | minimum value of 5",
                "GET /2/bells/7?tone=high | OAuth a | `` | integer expected",
                "GET /2/bells/7?tone=5&pitch=a | OAuth a | `` | asked with pitch, unknown to the file",
                "GET /2/bells/7?tone=5&tweet.fields=id,price | OAuth a | `` | enumeration",
                "GET /2/bells/7?tone=5 | Bearer another | `` | works with OAuth2UserToken",
                "GET /2/bells/7?tone=5 | OAuth a | {\"id\":\"7\"} | is asked with a body",
                "POST /2/bells | OAuth a | `` | is asked without a body",
                "POST /2/bells | OAuth a | {\"id\":7} | string expected",
                "POST /2/bells | OAuth a | {\"id\":\"7\",\"colour\":\"bronze\"} | 'colour' is not defined",
            })
    void aWrongRequestIsAFault(String asked, String authorization, String body, String fault) {
        assertThat(String.join("\n", asked(asked, authorization, body).faults()))
                .contains(fault);
    }
}
