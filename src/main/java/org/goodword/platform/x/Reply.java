package org.goodword.platform.x;

import java.net.http.HttpHeaders;
import java.util.function.Function;

/** What became of one request on the wire. */
sealed interface Reply {

    /** A whole answer came, whatever it says. */
    record Answered(int status, HttpHeaders headers, String body) implements Reply {
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

    /** The request may have arrived; no whole answer came back. */
    record Lost(String why) implements Reply {
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
