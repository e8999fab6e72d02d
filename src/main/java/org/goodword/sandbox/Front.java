package org.goodword.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.goodword.sandbox.town.Town;
import org.goodword.sandbox.wire.Call;
import org.goodword.sandbox.wire.Caller;
import org.goodword.sandbox.wire.Limits;
import org.goodword.sandbox.wire.Refusal;
import org.goodword.sandbox.wire.Reply;
import org.goodword.sandbox.wire.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where every request comes in: first what shall go wrong, then who is calling, how often, and on what credit. */
final class Front implements HttpHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Front.class);

    private final Town town;
    private final InstantSource clock;
    private final Keyring keyring;
    private final FaultQueue faults;
    private final Limits limits = new Limits();
    private final Reads reads;
    private final Writes writes;
    private final SignIn signIn;
    private final Control control;
    private final Executor workers;

    Front(
            Town town,
            InstantSource clock,
            Keyring keyring,
            FaultQueue faults,
            SignIn signIn,
            Control control,
            Executor workers) {
        this.town = town;
        this.clock = clock;
        this.keyring = keyring;
        this.faults = faults;
        this.reads = new Reads(town);
        this.writes = new Writes(town);
        this.signIn = signIn;
        this.control = control;
        this.workers = workers;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        var request = Request.read(exchange);
        if (control.isFor(request)) {
            send(exchange, orRefusal(() -> control.answer(request)));
            return;
        }
        var fault = faults.next(request.method(), request.path(), keyring.claimed(request));
        if (fault.isEmpty()) {
            send(exchange, answer(request));
        } else {
            suffer(exchange, request, fault.get());
        }
    }

    private void suffer(HttpExchange exchange, Request request, FaultQueue.Action fault) {
        fault.<Runnable>match(
                        answer -> () -> send(exchange, asked(answer)),
                        delay -> () -> sendLater(exchange, answer(request), delay.by()),
                        dropReply -> () -> {
                            answer(request);
                            exchange.close();
                        },
                        dropConnection -> exchange::close)
                .run();
    }

    private static Reply asked(FaultQueue.Answer answer) {
        var type = answer.body().startsWith("{") ? "application/json; charset=utf-8" : "text/plain; charset=utf-8";
        var reply =
                answer.body().isEmpty() ? Reply.empty(answer.status()) : Reply.of(answer.status(), type, answer.body());
        return new Reply(reply.status(), answer.headers(), reply.body()).with(reply.headers());
    }

    private Reply answer(Request request) {
        return orRefusal(() -> {
            if (signIn.isFor(request)) {
                return signIn.answer(request);
            }
            var call = Call.of(request.method(), request.path()).orElseThrow(Refusal::noSuchCall);
            return answer(request, call);
        });
    }

    private Reply answer(Request request, Call call) {
        var caller = keyring.caller(request);
        caller.mayMake(call);
        var now = clock.instant();
        var counted = limits.count(call, caller, now);
        return orRefusal(() -> {
                    if (!counted.isAllowed()) {
                        throw Refusal.tooMany();
                    }
                    if (!town.affords(1)) {
                        throw Refusal.creditsDepleted();
                    }
                    return make(call, request, caller, now);
                })
                .with(counted.headers());
    }

    private Reply make(Call call, Request request, Caller caller, Instant now) {
        var ids = call.ids(request.path());
        return switch (call) {
            case ME -> reads.me(request, caller, now);
            case USERS_BY -> reads.usersBy(request, now);
            case TIMELINE -> reads.timeline(request, ids.get(0), caller, now);
            case POSTS -> reads.posts(request, caller, now);
            case ONE_POST -> reads.post(request, ids.get(0), caller, now);
            case SEARCH -> reads.search(request, caller, now);
            case POST -> writes.post(request, caller, now);
            case DELETE -> writes.delete(ids.get(0), caller, now);
            case REPOST -> writes.repost(request, ids.get(0), caller, now);
            case UNDO_REPOST -> writes.undoRepost(ids.get(0), ids.get(1), caller, now);
        };
    }

    private interface Attempt {
        Reply make();
    }

    private static Reply orRefusal(Attempt attempt) {
        try {
            return attempt.make();
        } catch (Refusal refusal) {
            return refusal.reply();
        } catch (RuntimeException bug) {
            LOG.error("The sandbox stumbled over a request", bug);
            return Reply.of(500, "text/plain; charset=utf-8", "Internal Server Error");
        }
    }

    private void sendLater(HttpExchange exchange, Reply reply, Duration by) {
        CompletableFuture.delayedExecutor(by.toMillis(), TimeUnit.MILLISECONDS, workers)
                .execute(() -> send(exchange, reply));
    }

    private static void send(HttpExchange exchange, Reply reply) {
        try (exchange) {
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            var body = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        } catch (IOException e) {
            LOG.debug("The client hung up before the answer", e);
        }
    }
}
