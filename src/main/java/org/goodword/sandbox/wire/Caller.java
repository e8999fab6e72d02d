package org.goodword.sandbox.wire;

import java.util.Set;

/**
 * Who is calling, once it has been proved.
 *
 * @param handle the signed-in account; empty for the app itself
 * @param scopes what an OAuth 2.0 user allowed; the other two ways carry no scopes
 */
public record Caller(Way way, String handle, Set<String> scopes) {
    public enum Way {
        APP("OAuth 2.0 Application-Only"),
        OAUTH1("OAuth 1.0a User Context"),
        OAUTH2("OAuth 2.0 User Context");

        private final String title;

        Way(String title) {
            this.title = title;
        }
    }

    public static Caller app() {
        return new Caller(Way.APP, "", Set.of());
    }

    public static Caller signed(String handle) {
        return new Caller(Way.OAUTH1, handle, Set.of());
    }

    public static Caller bearer(String handle, Set<String> scopes) {
        return new Caller(Way.OAUTH2, handle, Set.copyOf(scopes));
    }

    public boolean isApp() {
        return way == Way.APP;
    }

    /** Refuses the call to one who may not make it. */
    public void mayMake(Call call) {
        if (isApp() && call.isForUsersOnly()) {
            throw Refusal.unsupportedAuthentication(way.title, Way.OAUTH1.title + ", " + Way.OAUTH2.title);
        }
        if (way == Way.OAUTH2 && !scopes.containsAll(call.scopes())) {
            throw Refusal.notPermitted();
        }
    }
}
