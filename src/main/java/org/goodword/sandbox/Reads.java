package org.goodword.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.goodword.sandbox.town.Post;
import org.goodword.sandbox.town.Resident;
import org.goodword.sandbox.town.Town;
import org.goodword.sandbox.wire.Call;
import org.goodword.sandbox.wire.Caller;
import org.goodword.sandbox.wire.Refusal;
import org.goodword.sandbox.wire.Reply;
import org.goodword.sandbox.wire.Request;
import tools.jackson.databind.node.ObjectNode;

/** The calls that only look. Each thing that comes back is billed, once in a UTC day. */
final class Reads {
    private static final Set<String> SHAPE =
            Set.of("tweet.fields", "user.fields", "media.fields", "poll.fields", "place.fields", "expansions");
    private static final Duration SEARCH_REACHES = Duration.ofDays(7);
    /** Before a page token's number, so that it looks like none of the ids. */
    private static final String TOKEN = "7140dibdnow";

    private final Town town;

    Reads(Town town) {
        this.town = town;
    }

    Reply me(Request request, Caller caller, Instant now) {
        Fields.onlyKnown(request, SHAPE);
        var fields = Fields.asked(request, "user.fields", Fields.OF_USERS);
        var me = town.resident(caller.handle()).orElseThrow();
        town.billReads(List.of("user " + town.idOf(me.handle())), Call.ME.milliDollars(), now);
        var body = Fields.object();
        body.set("data", Fields.user(town, me, fields, now));
        return Reply.json(200, body);
    }

    Reply usersBy(Request request, Instant now) {
        Fields.onlyKnown(request, and(SHAPE, "usernames"));
        var fields = Fields.asked(request, "user.fields", Fields.OF_USERS);
        var found = new ArrayList<Resident>();
        var errors = new ArrayList<ObjectNode>();
        for (var name : oneToHundred(request, "usernames", "[A-Za-z0-9_]{1,15}")) {
            town.resident(name)
                    .ifPresentOrElse(found::add, () -> errors.add(Fields.notFound("user", "usernames", name)));
        }
        town.billReads(
                found.stream().map(user -> "user " + town.idOf(user.handle())).toList(),
                Call.USERS_BY.milliDollars(),
                now);
        return answer(
                found.stream().map(user -> Fields.user(town, user, fields, now)).toList(), errors, Fields.object());
    }

    Reply posts(Request request, Caller caller, Instant now) {
        Fields.onlyKnown(request, and(SHAPE, "ids"));
        var fields = Fields.asked(request, "tweet.fields", Fields.OF_POSTS);
        var found = new ArrayList<Post>();
        var errors = new ArrayList<ObjectNode>();
        for (var id : oneToHundred(request, "ids", "[0-9]{1,19}")) {
            var post = town.post(number(id), now);
            if (post.isEmpty()) {
                errors.add(Fields.notFound("tweet", "ids", id));
            } else if (isHidden(post.get().author(), caller)) {
                errors.add(Fields.notAuthorized("tweet", "ids", id));
            } else {
                found.add(post.get());
            }
        }
        errors.addAll(Fields.hidden(found, fields, caller, now));
        return posts(found, errors, fields, caller, Fields.object(), now);
    }

    /** As {@link #posts}, but {@code data} is the post itself. */
    Reply post(Request request, String id, Caller caller, Instant now) {
        Fields.onlyKnown(request, SHAPE);
        var fields = Fields.asked(request, "tweet.fields", Fields.OF_POSTS);
        var post = town.post(number(id), now);
        if (post.isEmpty()) {
            return answer(List.of(), List.of(Fields.notFound("tweet", "id", id)), Fields.object());
        }
        if (isHidden(post.get().author(), caller)) {
            return answer(List.of(), List.of(Fields.notAuthorized("tweet", "id", id)), Fields.object());
        }
        town.billReads(List.of("post " + post.get().id()), Call.ONE_POST.milliDollars(), now);
        var body = Fields.object();
        body.set("data", Fields.post(town, post.get(), fields, caller, now));
        return answer(List.of(), Fields.hidden(List.of(post.get()), fields, caller, now), body);
    }

    Reply timeline(Request request, String userId, Caller caller, Instant now) {
        Fields.onlyKnown(
                request,
                and(
                        SHAPE,
                        "max_results",
                        "since_id",
                        "until_id",
                        "exclude",
                        "pagination_token",
                        "start_time",
                        "end_time"));
        var fields = Fields.asked(request, "tweet.fields", Fields.OF_POSTS);
        var most = Fields.number(request, "max_results", 5, 100, 10);
        var wanted = kinds(request).and(between(request));
        var above = request.param("since_id")
                .map(id -> number(Call.id("since_id", id)))
                .orElse(0L);
        var below = Math.min(
                request.param("until_id")
                        .map(id -> number(Call.id("until_id", id)))
                        .orElse(Long.MAX_VALUE),
                request.param("pagination_token").map(Reads::page).orElse(Long.MAX_VALUE));
        var author = town.residentWithId(userId);
        if (author.isEmpty()) {
            return answer(List.of(), List.of(Fields.notFound("user", "id", userId)), Fields.object());
        }
        if (isHidden(author.get().handle(), caller)) {
            return answer(List.of(), List.of(Fields.notAuthorized("user", "id", userId)), Fields.object());
        }
        var all = town.timeline(author.get().handle(), now, above, below, Integer.MAX_VALUE).stream()
                .filter(wanted)
                .limit(most + 1L)
                .toList();
        return page(all, most, fields, caller, now);
    }

    /** Answers to a post, newest first; the sandbox understands no other search. */
    Reply search(Request request, Caller caller, Instant now) {
        Fields.onlyKnown(
                request,
                and(
                        SHAPE,
                        "query",
                        "max_results",
                        "since_id",
                        "until_id",
                        "next_token",
                        "pagination_token",
                        "start_time",
                        "end_time",
                        "sort_order"));
        var fields = Fields.asked(request, "tweet.fields", Fields.OF_POSTS);
        var most = Fields.number(request, "max_results", 10, 100, 10);
        var query = request.param("query").orElse("");
        if (!query.matches("conversation_id:[0-9]{1,19}")) {
            throw Refusal.parameter("query", query, "The sandbox searches for conversation_id:ID and nothing else");
        }
        var above = request.param("since_id")
                .map(id -> number(Call.id("since_id", id)))
                .orElse(0L);
        var below = request.param("next_token")
                .or(() -> request.param("pagination_token"))
                .map(Reads::page)
                .orElse(Long.MAX_VALUE);
        var reachesTo = now.minus(SEARCH_REACHES);
        var all = town.answers(number(query.substring("conversation_id:".length())), now).stream()
                .filter(answer -> answer.at().isAfter(reachesTo) && answer.id() > above && answer.id() < below)
                .filter(between(request))
                .sorted(Comparator.comparingLong(Post::id).reversed())
                .limit(most + 1L)
                .toList();
        return page(all, most, fields, caller, now);
    }

    private Reply page(List<Post> all, int most, Set<String> fields, Caller caller, Instant now) {
        var page = all.subList(0, Math.min(most, all.size()));
        var body = Fields.object();
        var meta = body.putObject("meta").put("result_count", page.size());
        if (!page.isEmpty()) {
            meta.put("newest_id", page.get(0).idText());
            meta.put("oldest_id", page.get(page.size() - 1).idText());
        }
        if (all.size() > most) {
            meta.put(
                    "next_token",
                    TOKEN + Long.toString(page.get(page.size() - 1).id(), 32));
        }
        return posts(page, Fields.hidden(page, fields, caller, now), fields, caller, body, now);
    }

    private Reply posts(
            List<Post> found,
            List<ObjectNode> errors,
            Set<String> fields,
            Caller caller,
            ObjectNode body,
            Instant now) {
        town.billReads(found.stream().map(post -> "post " + post.id()).toList(), Call.POSTS.milliDollars(), now);
        return answer(
                found.stream()
                        .map(post -> Fields.post(town, post, fields, caller, now))
                        .toList(),
                errors,
                body);
    }

    /** {@code data} and {@code errors} each only where there is something in them, as X does. */
    private static Reply answer(List<ObjectNode> data, List<ObjectNode> errors, ObjectNode body) {
        if (!data.isEmpty()) {
            body.set("data", Fields.array(data));
        }
        if (!errors.isEmpty()) {
            body.set("errors", Fields.array(errors));
        }
        return Reply.json(200, body);
    }

    private boolean isHidden(String author, Caller caller) {
        return town.isLocked(author) && !author.equals(caller.handle());
    }

    private static Predicate<Post> kinds(Request request) {
        var excluded = Fields.asked(request, "exclude", new LinkedHashSet<>(List.of("replies", "retweets")));
        return post -> !(excluded.contains("replies") && post.kind() == Post.Kind.REPLY)
                && !(excluded.contains("retweets") && post.kind() == Post.Kind.REPOST);
    }

    private static Predicate<Post> between(Request request) {
        var from = request.param("start_time")
                .map(text -> time("start_time", text))
                .orElse(Instant.MIN);
        var to = request.param("end_time").map(text -> time("end_time", text)).orElse(Instant.MAX);
        return post -> !post.at().isBefore(from) && post.at().isBefore(to);
    }

    private static Instant time(String parameter, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw Refusal.parameter(
                    parameter,
                    text,
                    "The `" + parameter + "` query parameter value [" + text + "] is not a valid date");
        }
    }

    private static long page(String token) {
        var number = token.startsWith(TOKEN) ? token.substring(TOKEN.length()) : "";
        if (!number.matches("[0-9a-v]{1,12}|[0-7][0-9a-v]{12}")) {
            throw Refusal.parameter(
                    "pagination_token",
                    token,
                    "The `pagination_token` query parameter value [" + token + "] is not valid");
        }
        return Long.parseLong(number, 32);
    }

    /** Nineteen digits can be more than a long holds; no post has such an id. */
    private static long number(String id) {
        return id.length() == 19 && id.compareTo(Long.toString(Long.MAX_VALUE)) > 0
                ? Long.MAX_VALUE
                : Long.parseLong(id);
    }

    private static Set<String> oneToHundred(Request request, String parameter, String pattern) {
        var values = new LinkedHashSet<>(Fields.list(request, parameter));
        if (values.isEmpty() || values.size() > 100) {
            throw Refusal.parameter(
                    parameter,
                    request.param(parameter).orElse(""),
                    "The number of values in the `" + parameter + "` query parameter list [" + values.size()
                            + "] is not between 1 and 100");
        }
        for (var value : values) {
            if (!value.matches(pattern)) {
                throw Refusal.parameter(
                        parameter,
                        value,
                        "The `" + parameter + "` query parameter value [" + value + "] does not match ^" + pattern
                                + "$");
            }
        }
        return values;
    }

    private static Set<String> and(Set<String> some, String... more) {
        var all = new LinkedHashSet<>(some);
        all.addAll(List.of(more));
        return all;
    }
}
