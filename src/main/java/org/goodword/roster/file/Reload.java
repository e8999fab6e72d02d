package org.goodword.roster.file;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.goodword.roster.Changes;
import org.goodword.roster.Enrolment;
import org.goodword.settings.Fault;

/** What a look at the roster's files brought. */
public sealed interface Reload {
    Reload UNCHANGED = new Unchanged();

    /** Nothing new, or nothing that has not been told already. */
    record Unchanged() implements Reload {
        @Override
        public <R> R match(Supplier<R> unchanged, Function<Reloaded, R> reloaded, Function<StillGood, R> stillGood) {
            return unchanged.get();
        }
    }

    /** From now on this one is in force. */
    record Reloaded(Enrolment enrolment, Changes changes) implements Reload {
        @Override
        public <R> R match(Supplier<R> unchanged, Function<Reloaded, R> reloaded, Function<StillGood, R> stillGood) {
            return reloaded.apply(this);
        }
    }

    /** The files are broken and the last good roster stays in force. Told once for each broken version. */
    record StillGood(List<Fault> faults) implements Reload {
        @Override
        public <R> R match(Supplier<R> unchanged, Function<Reloaded, R> reloaded, Function<StillGood, R> stillGood) {
            return stillGood.apply(this);
        }
    }

    <R> R match(Supplier<R> unchanged, Function<Reloaded, R> reloaded, Function<StillGood, R> stillGood);
}
