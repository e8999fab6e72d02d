package org.goodword.platform;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * How a call ended. There are four ways, and a caller says what it does about each: the world saying no is a value, not an
 * exception.
 */
public sealed interface Outcome<T> {

    /** It happened, and this is what came of it. */
    record Done<T>(T value) implements Outcome<T> {
        @Override
        public <R> R match(
                Function<? super Done<T>, ? extends R> done,
                Function<? super Refused<T>, ? extends R> refused,
                Function<? super Later<T>, ? extends R> later,
                Function<? super Unknown<T>, ? extends R> unknown) {
            return done.apply(this);
        }
    }

    /**
     * It did not happen and will not by asking again as things stand.
     *
     * @param account whose request was refused, where it was made in somebody's name: a read may go by any sign-in
     */
    record Refused<T>(Scope scope, String reason, Optional<Instant> until, Optional<Handle> account)
            implements Outcome<T> {
        public Refused(Scope scope, String reason) {
            this(scope, reason, Optional.empty());
        }

        public Refused(Scope scope, String reason, Optional<Instant> until) {
            this(scope, reason, until, Optional.empty());
        }

        @Override
        public <R> R match(
                Function<? super Done<T>, ? extends R> done,
                Function<? super Refused<T>, ? extends R> refused,
                Function<? super Later<T>, ? extends R> later,
                Function<? super Unknown<T>, ? extends R> unknown) {
            return refused.apply(this);
        }
    }

    /**
     * It did not happen; it may be asked again from {@code from} on.
     *
     * @param contact how far the request came
     * @param brought how many posts earlier pages brought and were billed for, where a later page failed
     */
    record Later<T>(Instant from, String reason, Contact contact, int brought) implements Outcome<T> {
        public Later(Instant from, String reason) {
            this(from, reason, Contact.NONE);
        }

        public Later(Instant from, String reason, Contact contact) {
            this(from, reason, contact, 0);
        }

        /** The platform was asked and said "too many". */
        public boolean pushedBack() {
            return contact == Contact.PUSHED_BACK;
        }

        @Override
        public <R> R match(
                Function<? super Done<T>, ? extends R> done,
                Function<? super Refused<T>, ? extends R> refused,
                Function<? super Later<T>, ? extends R> later,
                Function<? super Unknown<T>, ? extends R> unknown) {
            return later.apply(this);
        }
    }

    /** Whether it happened is not known. A write must be looked up and never repeated blind. */
    record Unknown<T>(String reason) implements Outcome<T> {
        @Override
        public <R> R match(
                Function<? super Done<T>, ? extends R> done,
                Function<? super Refused<T>, ? extends R> refused,
                Function<? super Later<T>, ? extends R> later,
                Function<? super Unknown<T>, ? extends R> unknown) {
            return unknown.apply(this);
        }
    }

    /** How far a request came that has to be made again. */
    enum Contact {
        /** nothing that is billed has reached the platform */
        NONE,
        /** the platform may have answered a read, and billed it; the answer was lost on the way */
        LOST,
        /** the platform said "too many" */
        PUSHED_BACK,
        /** something between us and the platform answered in its place: everything waits */
        OBSTRUCTED,
        /** the platform does not believe our clock: everything waits */
        CLOCK
    }

    /** How much else the refusal stops. */
    enum Scope {
        /** this post or text alone */
        THIS,
        /** this voice and whoever it was about to carry or to speak of: they rest from each other */
        PAIR,
        /** the account, until its owner signs in again */
        SIGN_IN,
        /** the account, until the organiser has looked */
        ACCOUNT,
        /** every call of the installation */
        APP
    }

    <R> R match(
            Function<? super Done<T>, ? extends R> done,
            Function<? super Refused<T>, ? extends R> refused,
            Function<? super Later<T>, ? extends R> later,
            Function<? super Unknown<T>, ? extends R> unknown);

    /** What follows from success; every other ending stays as it is. */
    default <R> Outcome<R> then(Function<? super T, ? extends Outcome<R>> next) {
        return this.<Outcome<R>>match(
                done -> next.apply(done.value()),
                refused -> new Refused<>(refused.scope(), refused.reason(), refused.until(), refused.account()),
                later -> new Later<>(later.from(), later.reason(), later.contact(), later.brought()),
                unknown -> new Unknown<>(unknown.reason()));
    }
}
