package org.goodword.platform.x;

import java.util.function.Function;

/** What became of one request on the wire. */
sealed interface Reply {

    /**
     * A whole answer came, whatever it says.
     *
     * @param authorization what the request bore, whose stamp tells what time we took it to be
     */
    record Answered(int status, Headers headers, String body, String authorization) implements Reply {
        @Override
        public <R> R match(
                Function<? super Answered, ? extends R> answered,
                Function<? super NotSent, ? extends R> notSent,
                Function<? super Lost, ? extends R> lost) {
            return answered.apply(this);
        }
    }

    /** There was no connection, so X has seen nothing. */
    record NotSent(String why) implements Reply {
        @Override
        public <R> R match(
                Function<? super Answered, ? extends R> answered,
                Function<? super NotSent, ? extends R> notSent,
                Function<? super Lost, ? extends R> lost) {
            return notSent.apply(this);
        }
    }

    /**
     * The request may have arrived; no whole answer came back.
     *
     * @param atOnce the line broke rather than that nothing came in time: a read may be made again without waiting
     */
    record Lost(String why, boolean atOnce) implements Reply {
        @Override
        public <R> R match(
                Function<? super Answered, ? extends R> answered,
                Function<? super NotSent, ? extends R> notSent,
                Function<? super Lost, ? extends R> lost) {
            return lost.apply(this);
        }
    }

    <R> R match(
            Function<? super Answered, ? extends R> answered,
            Function<? super NotSent, ? extends R> notSent,
            Function<? super Lost, ? extends R> lost);
}
