package org.goodword.platform.x;

import static org.goodword.platform.Outcome.Scope.ACCOUNT;
import static org.goodword.platform.Outcome.Scope.APP;
import static org.goodword.platform.Outcome.Scope.SIGN_IN;
import static org.goodword.platform.Outcome.Scope.THIS;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.goodword.platform.Outcome;
import org.goodword.platform.Outcome.Contact;
import org.goodword.platform.Outcome.Done;
import org.goodword.platform.Outcome.Later;
import org.goodword.platform.Outcome.Refused;
import org.goodword.platform.Outcome.Unknown;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * What each answer of X's means, in words an organiser can act on. Keyed on status, {@code type} and {@code title}; on X's
 * sentences only where nothing else tells two cases apart.
 */
final class Problems {
    /** The effect was there before we asked, so X names no post. */
    static final JsonNode ALREADY = MissingNode.getInstance();

    private static final Set<String> OUT_OF_CREDIT = Set.of("creditsdepleted", "paymentrequired");
    private static final Set<String> WRONG_APP =
            Set.of("client-not-enrolled", "client-forbidden", "unsupported-authentication");

    private final Ask ask;
    private final Caller caller;
    private final Instant again;

    /** @param again when it may be asked once more, should the answer be to wait */
    Problems(Ask ask, Caller caller, Instant again) {
        this.ask = ask;
        this.caller = caller;
        this.again = again;
    }

    Outcome<JsonNode> judge(Reply.Answered answer) {
        if (answer.status() / 100 == 2) {
            return Json.object(answer.body())
                    .<Outcome<JsonNode>>map(Done::new)
                    .orElseGet(() -> trouble("X's answer could not be read"));
        }
        return refusal(answer.status(), Problem.of(answer.body()));
    }

    private Outcome<JsonNode> refusal(int status, Problem problem) {
        if (status == 402 || OUT_OF_CREDIT.contains(problem.title())) {
            return outOfCredit();
        }
        return switch (status) {
            case 400 -> notUnderstood(problem);
            case 401 -> new Refused<>(SIGN_IN, signInAgain(caller));
            case 403 -> forbidden(problem);
            case 404, 410 -> gone();
            case 429 -> new Later<>(again, "X says that " + caller.name() + " has asked too often for now", Contact.PUSHED_BACK);
            default ->
                status < 400 || status == 408 || status >= 500
                        ? trouble("X answered with status " + status)
                        : new Refused<>(
                                THIS, "X answered with status " + status + said(problem) + ". Nothing was done");
        };
    }

    static String signInAgain(Caller caller) {
        return caller.account()
                .map(account -> "X no longer accepts the sign-in of " + account
                        + ": sign it in again with \"goodword members sign-in " + account + "\"")
                .orElse("X does not accept the app's bearer token: put a new one into x.bearer");
    }

    private Outcome<JsonNode> outOfCredit() {
        return new Refused<>(
                APP,
                "X says that the app's credits are used up: nothing more is sent or read until you have added credits in X's"
                        + " developer portal and resumed with \"goodword resume all\"");
    }

    private Outcome<JsonNode> notUnderstood(Problem problem) {
        if (problem.says("already retweeted") || problem.says("already reposted")) {
            return new Done<>(ALREADY);
        }
        return new Refused<>(
                THIS, "X did not take this request" + said(problem) + ". Asking again will not help; please report it");
    }

    private Outcome<JsonNode> forbidden(Problem problem) {
        if (problem.title().equals("spendcapreached")) {
            return spendCap(problem.resetDate());
        }
        if (WRONG_APP.contains(problem.type()) || WRONG_APP.contains(problem.reason())) {
            return new Refused<>(
                    APP,
                    "X does not let this app make such calls" + said(problem)
                            + ". Look at the app's project, permissions and keys in X's developer portal, then resume with"
                            + " \"goodword resume all\"");
        }
        if (problem.says("duplicate content")) {
            return new Unknown<>("X says that " + caller.name()
                    + " has posted this text already: an earlier attempt may have gone through, so it is looked up");
        }
        if (problem.says("@mention")) {
            return new Refused<>(
                    ACCOUNT,
                    "X does not let " + caller.name() + " post a text with an @mention: write the plain name instead"
                            + thenResume());
        }
        return new Refused<>(
                ask.isWrite() || caller.account().isPresent() ? ACCOUNT : THIS,
                "X does not permit this to " + caller.name() + said(problem) + ": look at the account on X"
                        + thenResume());
    }

    private String thenResume() {
        return caller.account()
                .map(account -> ", then let it go on with \"goodword members resume " + account + "\"")
                .orElse("");
    }

    private Outcome<JsonNode> spendCap(Optional<Instant> until) {
        return new Refused<>(
                APP,
                "X says that the app's spending cap is reached: nothing more is sent or read "
                        + until.map(instant -> "until " + instant).orElse("until you have resumed it")
                        + "; the cap can be raised in X's developer portal",
                until);
    }

    private Outcome<JsonNode> gone() {
        return ask.verb() == Ask.Verb.DELETE
                ? new Done<>(ALREADY)
                : new Refused<>(THIS, "X does not have this any more: the post or account is gone");
    }

    /** Nobody can say whether a write took effect; a read can simply be made again. */
    <T> Outcome<T> trouble(String what) {
        return ask.isWrite()
                ? new Unknown<>(what + ": it may have gone out or not, so it is looked up")
                : new Later<>(again, what + ": it is read again later");
    }

    private String said(Problem problem) {
        return problem.text().isBlank() ? "" : " (\"" + caller.quote(problem.text()) + "\")";
    }
}
