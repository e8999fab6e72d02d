package org.goodword.rehearsal;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.goodword.platform.Handle;
import org.goodword.roster.GoodWord;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The texts that ship with a rehearsal: what its people write as the season goes on, and what they post. */
final class NewWords {
    private NewWords() {}

    /** In the order in which they are written. */
    static List<GoodWord> goodWords() {
        var words = new ArrayList<GoodWord>();
        for (var entry : (List<?>) yaml("/org/goodword/rehearsal/new-good-words.yaml")) {
            var map = (Map<?, ?>) entry;
            words.add(new GoodWord(Handle.of(text(map, "by")), Handle.of(text(map, "for")), text(map, "text")));
        }
        return words;
    }

    private static String text(Map<?, ?> map, String key) {
        return Objects.requireNonNull(map.get(key), key).toString();
    }

    /** What each business of the example town posts, by its handle without the {@code @}. */
    static List<String> posts(Handle handle) {
        var lines = ((Map<?, ?>) yaml("/org/goodword/sandbox/town-lines.yaml")).get(handle.name());
        return lines instanceof List<?> list
                ? list.stream().map(Object::toString).toList()
                : List.of();
    }

    private static Object yaml(String resource) {
        try (var in = Objects.requireNonNull(NewWords.class.getResourceAsStream(resource), resource)) {
            return new Yaml(new SafeConstructor(new LoaderOptions()))
                    .load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
