package org.goodword.platform.x;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.goodword.platform.Account;
import org.goodword.platform.Handle;
import org.goodword.settings.Secret;

/** Sign-ins in memory, and the invented accounts they are for. */
final class SignInsOf implements SignIns {
    static final Account BLUEBIRD = new Account(Handle.of("@bluebirdbakes"), "2001");
    static final Account JOINERY = new Account(Handle.of("@hillstjoinery"), "2002");
    static final Account CIRCLE = new Account(Handle.of("@otleytraders"), "2000");

    private final Map<Handle, SignIn> held = new HashMap<>();
    private final Map<Handle, SignIn> newer = new HashMap<>();

    static SignInsOf everyone() {
        var signIns = new SignInsOf();
        signIns.held.put(BLUEBIRD.handle(), oauth1("bluebird"));
        signIns.held.put(JOINERY.handle(), oauth1("joinery"));
        signIns.held.put(CIRCLE.handle(), oauth1("circle"));
        return signIns;
    }

    static SignInsOf nobody() {
        return new SignInsOf();
    }

    static SignIn.OAuth1 oauth1(String name) {
        return new SignIn.OAuth1(Secret.of("2001-token-of-" + name), Secret.of("secret-of-" + name));
    }

    SignInsOf with(Account account, SignIn signIn) {
        held.put(account.handle(), signIn);
        return this;
    }

    SignInsOf renewing(Account account, SignIn signIn) {
        newer.put(account.handle(), signIn);
        return this;
    }

    @Override
    public Optional<SignIn> of(Handle voice) {
        return Optional.ofNullable(held.get(voice));
    }

    @Override
    public Optional<Handle> reader() {
        return Optional.of(CIRCLE.handle()).filter(held::containsKey);
    }

    @Override
    public Optional<SignIn> renewed(Handle voice, SignIn stale) {
        return Optional.ofNullable(newer.get(voice));
    }
}
