package org.goodword.conduct;

import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;

/** What the rulebook says of a proposal. */
public sealed interface Verdict {
    Verdict ALLOWED = new Allowed();

    record Allowed() implements Verdict {
        @Override
        public <R> R match(Supplier<R> allowed, Function<Refused, R> refused, Function<Later, R> later) {
            return allowed.get();
        }
    }

    /** @param reason a sentence the organiser can act on */
    record Refused(String rule, String reason) implements Verdict {
        /** The reason as it stands with a turn, the rule named. */
        public String sentence() {
            return Character.toUpperCase(reason.charAt(0)) + reason.substring(1) + " (rule " + rule + ").";
        }

        @Override
        public <R> R match(Supplier<R> allowed, Function<Refused, R> refused, Function<Later, R> later) {
            return refused.apply(this);
        }
    }

    /** Not now; the same question may have another answer from {@code from} on. */
    record Later(String rule, String reason, Instant from) implements Verdict {
        @Override
        public <R> R match(Supplier<R> allowed, Function<Refused, R> refused, Function<Later, R> later) {
            return later.apply(this);
        }
    }

    <R> R match(Supplier<R> allowed, Function<Refused, R> refused, Function<Later, R> later);
}
