package org.goodword.cli;

import java.util.Optional;
import java.util.stream.Stream;
import org.goodword.platform.Handle;
import org.goodword.roster.Member;
import org.goodword.roster.Roster;
import org.goodword.settings.Spelling;

/** Whom a word typed at the terminal means. */
record Whom(Roster roster, String program) {

    /** @throws DidNotWork when nobody in the circle is called that, guessing who was meant */
    Handle member(String typed) {
        return among(typed, roster.members().stream().map(Member::handle).toList().stream());
    }

    /** @throws DidNotWork as {@link #member} */
    Handle memberOrCircle(String typed) {
        return among(
                typed,
                Stream.concat(
                        roster.members().stream().map(Member::handle),
                        roster.circle().stream().map(circle -> circle.handle())));
    }

    private Handle among(String typed, Stream<Handle> handles) {
        var known = handles.toList();
        return handle(typed).filter(known::contains).orElseThrow(() -> stranger(typed, known.stream()));
    }

    private DidNotWork stranger(String typed, Stream<Handle> known) {
        var shown = typed.startsWith("@") ? typed : "@" + typed;
        return new DidNotWork("\"" + Lines.visible(typed) + "\" is nobody in this circle; "
                + Spelling.suggest(
                        shown, known.map(Handle::toString).toList(), program + " members list shows who is"));
    }

    private static Optional<Handle> handle(String typed) {
        try {
            return Optional.of(Handle.of(typed));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
