package org.goodword.conduct;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** One check for each rule of the rule file, in the order in which they are asked. */
final class Checks {
    static final Map<String, Function<Case, Verdict>> BY_RULE = byRule();

    private Checks() {}

    private static Map<String, Function<Case, Verdict>> byRule() {
        var checks = new LinkedHashMap<String, Function<Case, Verdict>>();
        checks.put("consent", WhoChecks::consent);
        checks.put("opt-out", WhoChecks::optOut);
        checks.put("mode", WhoChecks::mode);
        checks.put("no-trade", WhoChecks::noTrade);
        checks.put("repeat", WhoChecks::repeat);
        checks.put("turned-away", RestChecks::turnedAway);
        checks.put("few-voices", TimeChecks::fewVoices);
        checks.put("own-words", WordChecks::ownWords);
        checks.put("length", WordChecks::length);
        checks.put("mentions", WordChecks::mentions);
        checks.put("links", WordChecks::links);
        checks.put("tags", WordChecks::tags);
        checks.put("disclosure", WordChecks::disclosure);
        checks.put("industry", WhoChecks::industry);
        checks.put("rivals", WhoChecks::rivals);
        checks.put("pace", TimeChecks::pace);
        checks.put("hours", TimeChecks::hours);
        checks.put("spacing", TimeChecks::spacing);
        checks.put("fresh", PostChecks::fresh);
        checks.put("share", TimeChecks::share);
        checks.put("rate", MoneyChecks::rate);
        checks.put("budget", MoneyChecks::budget);
        checks.put("blast", MoneyChecks::blast);
        // a proposal cannot ask for what is forbidden: there are two kinds of turn, and the platform has no other calls
        checks.put("forbidden", c -> Verdict.ALLOWED);
        return Collections.unmodifiableMap(checks);
    }
}
