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
import org.goodword.platform.Outcome.Scope;
import org.goodword.platform.Outcome.Unknown;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * What each answer of X's means, in words an organiser can act on. Keyed on status, {@code type}, {@code title} and the older
 * form's codes; on X's sentences only where nothing else tells two cases apart. One answer says what became of one request:
 * who is to be stopped for it is for {@link org.goodword.platform.Confirmed} to find out.
 */
final class Problems {
    /** The effect was there before we asked, so X names no post. */
    static final JsonNode ALREADY = MissingNode.getInstance();

    private static final Set<String> OUT_OF_CREDIT = Set.of("creditsdepleted", "paymentrequired");
    private static final Set<String> WRONG_APP =
            Set.of("client-not-enrolled", "client-forbidden", "unsupported-authentication");

    // the numbers of X's older form, from its page "Response codes" as archived in 2022; servers still send them
    private static final Set<Integer> ALREADY_REPOSTED = Set.of(327);
    private static final Set<Integer> DUPLICATE = Set.of(187);
    private static final Set<Integer> TOO_MANY = Set.of(88, 185);
    private static final Set<Integer> NOT_THERE = Set.of(34, 144);
    private static final Set<Integer> APP_MAY_NOT = Set.of(261, 453);

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
        if (Foreign.is(answer)) {
            return foreign(answer);
        }
        if (answer.status() / 100 == 2) {
            return Json.object(answer.body())
                    .<Outcome<JsonNode>>map(Done::new)
                    .orElseGet(() -> lost("X's answer could not be read"));
        }
        return refusal(answer, Problem.of(answer.body()));
    }

    private Outcome<JsonNode> refusal(Reply.Answered answer, Problem problem) {
        var status = answer.status();
        if (status == 402 || OUT_OF_CREDIT.contains(problem.title())) {
            return outOfCredit();
        }
        if (status == 429 || problem.hasOneOf(TOO_MANY)) {
            return new Later<>(
                    again, "X says that " + caller.name() + " has asked too often for now", Contact.PUSHED_BACK);
        }
        if (isAlreadyDone(status, problem)) {
            return new Done<>(ALREADY);
        }
        return switch (status) {
            case 400 -> notUnderstood(problem);
            case 401 -> notSignedIn(answer, problem);
            case 403 -> forbidden(problem);
            case 404, 410 -> gone();
            default ->
                status < 400 || status == 408 || status >= 500
                        ? trouble("X answered with status " + status)
                        : refused(THIS, "X answered with status " + status + said(problem) + ". Nothing was done");
        };
    }

    /** X has said it with more than one status and in more than one form. */
    private boolean isAlreadyDone(int status, Problem problem) {
        return ask.verb() == Ask.Verb.POST
                && status / 100 == 4
                && (problem.hasOneOf(ALREADY_REPOSTED)
                        || problem.says("already retweeted")
                        || problem.says("already reposted"));
    }

    /** A signature is stamped with our clock; where X's is too far from it no sign-in of ours can work. */
    private Outcome<JsonNode> notSignedIn(Reply.Answered answer, Problem problem) {
        return Skew.of(answer)
                .filter(skew -> skew.explainsARefusal() || Skew.isNamedBy(problem))
                .<Outcome<JsonNode>>map(skew -> new Later<>(again, skew.inWords(), Contact.CLOCK))
                .orElseGet(() -> refused(SIGN_IN, signInAgain(caller)));
    }

    static String signInAgain(Caller caller) {
        return caller.account()
                .map(account -> "X no longer accepts the sign-in of " + account
                        + ": sign it in again with \"goodword members sign-in " + account + "\"")
                .orElse("X does not accept the app's bearer token: put a new one into x.bearer");
    }

    private Outcome<JsonNode> outOfCredit() {
        return refused(
                APP,
                "X says that the app's credits are used up: nothing more is sent or read until you have added credits in X's"
                        + " developer portal and resumed with \"goodword resume all\"");
    }

    private Outcome<JsonNode> notUnderstood(Problem problem) {
        return refused(
                THIS, "X did not take this request" + said(problem) + ". Asking again will not help; please report it");
    }

    private Outcome<JsonNode> forbidden(Problem problem) {
        if (problem.title().equals("spendcapreached")) {
            return spendCap(problem.resetDate());
        }
        if (WRONG_APP.contains(problem.type())
                || WRONG_APP.contains(problem.reason())
                || problem.hasOneOf(APP_MAY_NOT)) {
            return refused(
                    APP,
                    "X does not let this app make such calls" + said(problem)
                            + ". Look at the app's project, permissions and keys in X's developer portal, then resume with"
                            + " \"goodword resume all\"");
        }
        if (problem.says("duplicate content") || problem.hasOneOf(DUPLICATE)) {
            return new Unknown<>("X says that " + caller.name()
                    + " has posted this text already: an earlier attempt may have gone through, so it is looked up");
        }
        if (problem.hasOneOf(NOT_THERE)) {
            return gone();
        }
        if (problem.says("@mention")) {
            return refused(
                    THIS,
                    "X does not let " + caller.name() + " post a text with an @mention: write the plain name instead");
        }
        return refused(ACCOUNT, "X does not permit this to " + caller.name() + said(problem));
    }

    private Outcome<JsonNode> spendCap(Optional<Instant> until) {
        return new Refused<>(
                APP,
                "X says that the app's spending cap is reached: nothing more is sent or read "
                        + until.map(instant -> "until " + instant).orElse("until you have resumed it")
                        + "; the cap can be raised in X's developer portal",
                until,
                caller.account());
    }

    private Outcome<JsonNode> gone() {
        return ask.verb() == Ask.Verb.DELETE
                ? new Done<>(ALREADY)
                : refused(THIS, "X does not have this any more: the post or account is gone");
    }

    /** Whose page it is nobody knows; X has not spoken, so nothing follows from it for anybody's account. */
    private Outcome<JsonNode> foreign(Reply.Answered answer) {
        var what =
                "something stands between us and X: in place of its answer came " + caller.quote(Foreign.shown(answer));
        return ask.isWrite() && answer.status() < 400
                ? new Unknown<>(what + "; it may have gone out or not, so it is looked up")
                : new Later<>(again, what, Contact.OBSTRUCTED);
    }

    /** Nobody can say whether a write took effect; a read can simply be made again. */
    <T> Outcome<T> trouble(String what) {
        return trouble(what, Contact.NONE);
    }

    /** The same where X has seen the request, and may have billed what it sent back. */
    <T> Outcome<T> lost(String what) {
        return trouble(what, Contact.LOST);
    }

    private <T> Outcome<T> trouble(String what, Contact contact) {
        return ask.isWrite()
                ? new Unknown<>(what + ": it may have gone out or not, so it is looked up")
                : new Later<>(again, what + ": it is read again later", contact);
    }

    private <T> Outcome<T> refused(Scope scope, String reason) {
        return new Refused<>(scope, reason, Optional.empty(), caller.account());
    }

    private String said(Problem problem) {
        return problem.text().isBlank() ? "" : " (\"" + caller.quote(problem.text()) + "\")";
    }
}
