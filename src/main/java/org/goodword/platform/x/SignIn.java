package org.goodword.platform.x;

import java.util.List;
import java.util.function.Function;
import org.goodword.settings.Secret;

/** What lets us act for an account, in either of the two forms X knows. */
public sealed interface SignIn {

    /** A token and its secret, which sign each request. Good until the account's owner takes it back. */
    record OAuth1(Secret token, Secret secret) implements SignIn {
        @Override
        public <R> R match(Function<? super OAuth1, ? extends R> oauth1, Function<? super OAuth2, ? extends R> oauth2) {
            return oauth1.apply(this);
        }

        @Override
        public List<Secret> secrets() {
            return List.of(token, secret);
        }
    }

    /** An access token that is sent as it is. Good for two hours: see {@link SignIns#renewed}. */
    record OAuth2(Secret accessToken) implements SignIn {
        @Override
        public <R> R match(Function<? super OAuth1, ? extends R> oauth1, Function<? super OAuth2, ? extends R> oauth2) {
            return oauth2.apply(this);
        }

        @Override
        public List<Secret> secrets() {
            return List.of(accessToken);
        }
    }

    <R> R match(Function<? super OAuth1, ? extends R> oauth1, Function<? super OAuth2, ? extends R> oauth2);

    /** What must never be printed. */
    List<Secret> secrets();
}
