package org.goodword.sandbox;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An OpenAPI 3.0 file: its calls, its schemas, and which of their words the validator passes over. */
final class OpenApiFile {
    /** What the validator applies, and what asks for nothing. */
    private static final Set<String> APPLIED = Set.of(
            "$ref",
            "type",
            "required",
            "additionalProperties",
            "nullable",
            "minItems",
            "maxItems",
            "uniqueItems",
            "enum",
            "pattern",
            "minLength",
            "maxLength",
            "minimum",
            "maximum",
            "discriminator",
            "description",
            "title",
            "example",
            "default");

    private static final Set<String> HOLDS_SCHEMAS = Set.of("properties", "oneOf", "anyOf", "allOf");

    private static final String FILE = "urn:x-openapi";
    private static final JsonMapper JSON = JsonMapper.shared();

    /** @param pointer to it, in the file */
    record Part(JsonNode node, String pointer) {}

    record Operation(String name, Part part, Map<String, String> pathValues) {}

    private final JsonNode file;
    private final SchemaRegistry registry;
    private final Map<String, Boolean> formats = new HashMap<>();

    OpenApiFile(String text) {
        this.file = JSON.readTree(text);
        close(file);
        var config =
                SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
        this.registry = SchemaRegistry.withDefaultDialect(
                Dialects.getOpenApi30(),
                builder -> builder.schemas(Map.of(FILE, file.toString())).schemaRegistryConfig(config));
    }

    /** A schema that names its properties allows no others. */
    private static void close(JsonNode node) {
        if (node instanceof ObjectNode schema
                && schema.path("properties").isObject()
                && !schema.has("additionalProperties")) {
            schema.put("additionalProperties", false);
        }
        node.forEach(OpenApiFile::close);
    }

    /** @param path without the query */
    Optional<Operation> operation(String method, String path) {
        return file.path("paths")
                .propertyStream()
                .flatMap(each -> operation(method, path, each.getKey(), each.getValue()).stream())
                // a path without names in it comes before one with them
                .min((one, other) -> Integer.compare(
                        one.pathValues().size(), other.pathValues().size()));
    }

    private static Optional<Operation> operation(String method, String path, String template, JsonNode methods) {
        var key = method.toLowerCase(Locale.ROOT);
        var pointer = "/paths/" + escaped(template) + "/" + key;
        return values(template, path)
                .filter(unused -> methods.has(key))
                .map(values -> new Operation(method + " " + template, new Part(methods.path(key), pointer), values));
    }

    private static Optional<Map<String, String>> values(String template, String path) {
        var pattern = template.split("/", -1);
        var segments = path.split("/", -1);
        var values = new HashMap<String, String>();
        for (var i = 0; i < pattern.length; i++) {
            if (pattern.length != segments.length) {
                return Optional.empty();
            } else if (pattern[i].startsWith("{")) {
                values.put(pattern[i].substring(1, pattern[i].length() - 1), decoded(segments[i]));
            } else if (!pattern[i].equals(segments[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }

    /** As a part of a JSON pointer. */
    static String escaped(String text) {
        return text.replace("~", "~0").replace("/", "~1");
    }

    static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    List<Part> parameters(Operation operation) {
        var parameters = new ArrayList<Part>();
        for (var each : operation.part().node().path("parameters")) {
            var pointer = operation.part().pointer() + "/parameters/" + parameters.size();
            parameters.add(resolved(new Part(each, pointer)));
        }
        return parameters;
    }

    Schema schema(String pointer) {
        return registry.getSchema(SchemaLocation.of(FILE + "#" + pointer));
    }

    Part resolved(Part part) {
        var ref = part.node().path("$ref").asString("");
        return ref.isEmpty() ? part : resolved(new Part(file.at(ref.substring(1)), ref.substring(1)));
    }

    /** Words of the schema, and of those it refers to, that the validator passes over. */
    Set<String> ignored(Schema schema) {
        var ignored = new TreeSet<String>();
        ignored(schema.getSchemaNode(), new TreeSet<>(), ignored);
        return ignored;
    }

    private void ignored(JsonNode schema, Set<String> seen, Set<String> ignored) {
        schema.forEachEntry((word, value) -> {
            if (word.equals("$ref")) {
                if (seen.add(value.asString())) {
                    ignored(resolved(new Part(schema, "")).node(), seen, ignored);
                }
            } else if (HOLDS_SCHEMAS.contains(word)) {
                value.forEach(each -> ignored(each, seen, ignored));
            } else if (word.equals("items") || (word.equals("additionalProperties") && value.isObject())) {
                ignored(value, seen, ignored);
            } else if (word.equals("format") ? !isApplied(value) : !APPLIED.contains(word)) {
                ignored.add(word.equals("format") ? "format " + value.asString() : "the word " + word);
            }
        });
    }

    /** Whether there is anything at all that the validator would refuse by this format. */
    private boolean isApplied(JsonNode format) {
        return formats.computeIfAbsent(format.asString(), unused -> refusesAnything(format));
    }

    private boolean refusesAnything(JsonNode format) {
        var schema = registry.getSchema(JSON.createObjectNode().set("format", format));
        return Stream.of("\"!\"", "1e300", "99999999999", "0.5")
                .anyMatch(wrong -> !schema.validate(JSON.readTree(wrong)).isEmpty());
    }
}
