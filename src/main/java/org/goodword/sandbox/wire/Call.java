package org.goodword.sandbox.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The calls there are, with X's published limits and prices of August and September 2026. Limits are per 15 minutes:
 * the app's own holds for calls made as the app, the user's for calls made as a user; 0 means there is none.
 */
public enum Call {
    ME("GET", "/2/users/me", 0, 75, 10),
    USERS_BY("GET", "/2/users/by", 300, 900, 10),
    TIMELINE("GET", "/2/users/:id/tweets", 10_000, 900, 5),
    POSTS("GET", "/2/tweets", 3_500, 5_000, 5),
    ONE_POST("GET", "/2/tweets/:id", 450, 900, 5),
    SEARCH("GET", "/2/tweets/search/recent", 450, 300, 5),
    /** A post with a URL in it costs {@link #WITH_URL_MILLI_DOLLARS}. */
    POST("POST", "/2/tweets", 0, 100, 15),
    DELETE("DELETE", "/2/tweets/:id", 0, 50, 5),
    REPOST("POST", "/2/users/:id/retweets", 0, 50, 15),
    UNDO_REPOST("DELETE", "/2/users/:id/retweets/:source_tweet_id", 0, 50, 10);

    public static final int WITH_URL_MILLI_DOLLARS = 200;

    private static final Set<String> TO_READ = Set.of("tweet.read", "users.read");
    private static final Set<String> TO_WRITE = Set.of("tweet.read", "users.read", "tweet.write");

    private final String method;
    private final String path;
    private final int perApp;
    private final int perUser;
    private final int milliDollars;

    Call(String method, String path, int perApp, int perUser, int milliDollars) {
        this.method = method;
        this.path = path;
        this.perApp = perApp;
        this.perUser = perUser;
        this.milliDollars = milliDollars;
    }

    public static Optional<Call> of(String method, String path) {
        var segments = segments(path);
        for (var call : values()) {
            if (call.method.equals(method) && call.matches(segments)) {
                return Optional.of(call);
            }
        }
        return Optional.empty();
    }

    private static List<String> segments(String path) {
        return List.of(path.substring(1).split("/", -1));
    }

    private boolean matches(List<String> segments) {
        var pattern = segments(path);
        if (segments.size() != pattern.size()) {
            return false;
        }
        for (var i = 0; i < segments.size(); i++) {
            if (!pattern.get(i).startsWith(":") && !pattern.get(i).equals(segments.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** What stands in the path where the pattern has a name, in order; each must be a number. */
    public List<String> ids(String requested) {
        var pattern = segments(path);
        var segments = segments(requested);
        var ids = new ArrayList<String>();
        for (var i = 0; i < segments.size(); i++) {
            if (pattern.get(i).startsWith(":")) {
                ids.add(id(pattern.get(i).substring(1), Percent.decode(segments.get(i))));
            }
        }
        return ids;
    }

    public static String id(String name, String value) {
        if (!value.matches("[0-9]{1,19}")) {
            throw Refusal.parameter(
                    name,
                    value,
                    "The `" + name + "` query parameter value [" + value + "] does not match ^[0-9]{1,19}$");
        }
        return value;
    }

    int limitFor(Caller caller) {
        return caller.isApp() ? perApp : perUser;
    }

    public int milliDollars() {
        return milliDollars;
    }

    Set<String> scopes() {
        return isWrite() ? TO_WRITE : TO_READ;
    }

    boolean isForUsersOnly() {
        return perApp == 0;
    }

    public boolean isWrite() {
        return !method.equals("GET");
    }

    boolean makesSomething() {
        return this == POST || this == REPOST;
    }
}
