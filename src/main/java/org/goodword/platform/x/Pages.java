package org.goodword.platform.x;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.goodword.platform.Account;
import org.goodword.platform.Outcome;
import org.goodword.platform.Outcome.Contact;
import org.goodword.platform.Outcome.Done;
import org.goodword.platform.Outcome.Later;
import org.goodword.platform.Outcome.Refused;
import org.goodword.platform.Outcome.Scope;
import org.goodword.platform.Platform;
import org.goodword.platform.Post;
import tools.jackson.databind.JsonNode;

/** Reads a timeline to its end, newest page first as X gives them, and hands it over oldest post first. */
final class Pages {
    /** X shows the newest 3,200 posts of an account and no more. */
    private static final int MOST_PAGES = 3_200 / Platform.PAGE;

    /** Asks one thing of X, as whoever is to ask it. */
    interface Reader {
        Outcome<Page> read(Ask ask, Function<JsonNode, Page> shape);
    }

    /** @param complaint what X says where a protected or suspended account's posts would be */
    record Page(List<Post> posts, Optional<String> next, Optional<String> complaint) {}

    private final Account account;
    private final Instant since;
    private final Reader reader;

    Pages(Account account, Instant since, Reader reader) {
        this.account = account;
        this.since = since;
        this.reader = reader;
    }

    /** @param ask the request for a page, given its token */
    Outcome<List<Post>> read(Function<Optional<String>, Ask> ask) {
        var posts = new ArrayList<Post>();
        var seen = new HashSet<String>();
        Optional<String> token = Optional.empty();
        for (var page = 0; page < MOST_PAGES; page++) {
            var outcome = page(ask.apply(token));
            if (!(outcome instanceof Done<Page> done)) {
                return cutShort(outcome, posts.size());
            }
            posts.addAll(done.value().posts());
            token = done.value().next().filter(seen::add);
            if (token.isEmpty() || reachesBack(done.value().posts())) {
                break;
            }
        }
        // what is a little older than asked for was billed all the same, so the meter must see it
        return new Done<>(posts.stream().sorted(Comparator.comparing(Post::at)).toList());
    }

    /** What came before was billed; it is read, and paid for, again only on another day. */
    private static Outcome<List<Post>> cutShort(Outcome<Page> outcome, int brought) {
        if (brought == 0) {
            return outcome.then(never -> new Done<>(List.of()));
        }
        return outcome.match(
                done -> new Done<>(done.value().posts()),
                no -> new Later<>(Instant.EPOCH, no.reason(), Contact.LOST, brought),
                later -> new Later<>(later.from(), later.reason(), Contact.LOST, brought),
                lost -> new Later<>(Instant.EPOCH, lost.reason(), Contact.LOST, brought));
    }

    private Outcome<Page> page(Ask ask) {
        return reader.read(
                        ask,
                        answer -> new Page(
                                Shapes.posts(answer, account.id()), Shapes.nextPage(answer), Shapes.complaint(answer)))
                .then(page -> page.complaint().isPresent()
                        ? new Refused<>(
                                Scope.THIS,
                                "X does not show the posts of " + account.handle()
                                        + ": the account is protected, suspended or gone")
                        : new Done<>(page));
    }

    private boolean reachesBack(List<Post> page) {
        return page.stream().anyMatch(post -> post.at().isBefore(since));
    }
}
