package org.goodword.sandbox;

import org.goodword.sandbox.town.Town;

/** The keys of the one app that this sandbox has registered. They open nothing but the sandbox. */
public record AppKeys(String consumerKey, String consumerSecret, String bearer, String clientId, String clientSecret) {
    static AppKeys of(Town town) {
        return new AppKeys(
                town.secret("consumer key", 25),
                town.secret("consumer secret", 50),
                "AAAAAAAAAAAAAAAAAAAAA" + town.secret("bearer", 83),
                town.secret("client id", 34),
                town.secret("client secret", 50));
    }
}
