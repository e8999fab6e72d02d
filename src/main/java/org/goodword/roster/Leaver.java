package org.goodword.roster;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.goodword.platform.Handle;
import org.goodword.platform.Wording;

/**
 * Somebody who left, as long as the books still have to be searched for her.
 *
 * @param name of her business as the roster had it; empty where that is not known any more
 * @param standIn what takes the place of her handle in the books
 */
public record Leaver(Handle handle, Optional<String> name, Handle standIn) {
    /** Below this a name is a word like any other, and would be found everywhere. */
    private static final int SHORTEST_NAME = 3;

    public Leaver {
        if (!standIn.isFormer()) {
            throw new IllegalArgumentException(standIn + " could be somebody, and so cannot stand for one who left");
        }
        name = name.filter(known -> known.length() >= SHORTEST_NAME);
    }

    /** @param key the one leavers are marked with */
    public static Leaver of(Handle handle, Optional<String> name, byte[] key) {
        return new Leaver(handle, name, Handle.former(LeaverMark.of(handle, key)));
    }

    /** Whether a text names her: by her handle after an {@code @} or a slash, or by her name as the roster had it, its letters composed or not. */
    public boolean isNamedIn(String text) {
        return handles().matcher(text).find()
                || names().map(pattern -> pattern.matcher(text).find()).orElse(false);
    }

    /** The text with somebody unnamed in her place. */
    public String unnamed(String text) {
        var nobody = Matcher.quoteReplacement(standIn.toString());
        var withoutHandle = handles().matcher(text).replaceAll(nobody);
        return names().map(pattern -> pattern.matcher(withoutHandle).replaceAll(nobody))
                .orElse(withoutHandle);
    }

    private Pattern handles() {
        return Pattern.compile("(?i)[@/]" + handle.name().toLowerCase(Locale.ROOT) + "(?![A-Za-z0-9_])");
    }

    private Optional<Pattern> names() {
        return name.map(known -> Wording.forms(known).stream()
                        .distinct()
                        .map(Pattern::quote)
                        .collect(Collectors.joining("|")))
                .map(known -> Pattern.compile("(?U)(?<!\\w)(?:" + known + ")(?!\\w)"));
    }
}
