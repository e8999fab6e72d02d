package org.goodword.conduct;

import static org.goodword.conduct.Scene.ANN;
import static org.goodword.conduct.Scene.BEN;
import static org.goodword.conduct.Scene.CAT;
import static org.goodword.conduct.Scene.CIRCLE;
import static org.goodword.conduct.Scene.NOON;
import static org.goodword.conduct.Scene.POST;
import static org.goodword.conduct.Scene.TEXT;

import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.goodword.platform.Counts;
import org.goodword.platform.Handle;
import org.goodword.platform.Platform;
import org.goodword.platform.Post;
import org.goodword.platform.PostId;
import org.goodword.roster.Consent;
import org.goodword.roster.Kind;
import org.goodword.roster.Member;
import org.goodword.roster.Mode;
import org.goodword.rotation.Proposal;
import org.goodword.rotation.Spoken;

/** For each rule what it allows and what it does not, by its id. A rule that lacks either fails a test. */
final class RuleFixtures {
    enum Expected {
        ALLOWED,
        REFUSED,
        LATER
    }

    record Fixture(String rule, String what, Expected expected, Function<Scene, Verdict> verdict) {}

    private static final Duration DAY = Duration.ofDays(1);
    private static final Pattern FORBIDDEN =
            Pattern.compile("(?i)like|favou?rite|follow|quote|reply|message|list|mute|block|bookmark");

    private final List<Fixture> all = new ArrayList<>();

    static List<Fixture> all() {
        var fixtures = new RuleFixtures();
        fixtures.who();
        fixtures.pairs();
        fixtures.texts();
        fixtures.trades();
        fixtures.times();
        fixtures.posts();
        fixtures.money();
        fixtures.forbidden();
        return fixtures.all;
    }

    private void allowed(String rule, String what, Function<Scene, Verdict> verdict) {
        all.add(new Fixture(rule, what, Expected.ALLOWED, verdict));
    }

    private void refused(String rule, String what, Function<Scene, Verdict> verdict) {
        all.add(new Fixture(rule, what, Expected.REFUSED, verdict));
    }

    private void later(String rule, String what, Function<Scene, Verdict> verdict) {
        all.add(new Fixture(rule, what, Expected.LATER, verdict));
    }

    private static Consent consent(String since, Mode introductions, Mode reposts, boolean spokenFor) {
        return new Consent(LocalDate.parse(since), Optional.empty(), spokenFor, introductions, reposts);
    }

    private void who() {
        allowed("consent", "a yes in force on both sides", s -> s.ask("consent", s.repost()));
        allowed("consent", "the circle account, which asks only its subject", s -> {
            s.ann.consent = Consent.NONE;
            return s.ask("consent", s.repost(CIRCLE, BEN));
        });
        refused("consent", "a voice whose yes is a year old", s -> {
            s.ann.consent = consent("2025-09-15", Mode.APPROVE, Mode.APPROVE, true);
            return s.ask("consent", s.repost());
        });
        refused("consent", "a voice who agreed to introductions alone", s -> {
            s.ann.consent = consent("2026-08-01", Mode.APPROVE, Mode.OFF, true);
            return s.ask("consent", s.repost());
        });
        refused("consent", "a subject who does not want to be spoken for", s -> {
            s.ben.consent = consent("2026-08-01", Mode.APPROVE, Mode.APPROVE, false);
            return s.ask("consent", s.introduction());
        });
        refused("consent", "a voice nobody knows", s -> {
            s.members.remove(s.ann);
            return s.ask("consent", s.repost());
        });
        refused("consent", "a subject who left the roster", s -> {
            s.members.remove(s.ben);
            return s.ask("consent", s.repost());
        });
        refused("consent", "an introduction carried on whose author no longer wants it", s -> {
            s.cat.consent = Consent.NONE;
            return s.ask("consent", carriedIntroduction(s));
        });

        allowed("opt-out", "two who take part", s -> s.ask("opt-out", s.repost()));
        allowed("opt-out", "others, while a third is paused", s -> {
            s.stopped.put(CAT, "paused");
            return s.ask("opt-out", s.repost());
        });
        refused("opt-out", "a voice who paused", s -> {
            s.stopped.put(ANN, "paused since Monday");
            return s.ask("opt-out", s.repost());
        });
        refused("opt-out", "a subject who left", s -> {
            s.stopped.put(BEN, "left");
            return s.ask("opt-out", s.introduction());
        });
        refused("opt-out", "the author of a carried introduction who left", s -> {
            s.stopped.put(CAT, "left");
            return s.ask("opt-out", carriedIntroduction(s));
        });
        refused("opt-out", "anything while everything is paused", s -> {
            s.everythingStopped = true;
            return s.ask("opt-out", s.repost());
        });

        allowed("mode", "a member who sees the exact words first", s -> s.ask("mode", s.introduction()));
        allowed("mode", "the circle account by itself", s -> s.ask("mode", s.repost(CIRCLE, BEN)));
        allowed("mode", "an automatic repost the operator answers for", s -> {
            s.acknowledged = true;
            return s.ask("mode", inMode(s.repost(), Mode.AUTOMATIC));
        });
        refused(
                "mode",
                "an automatic repost from a member's account",
                s -> s.ask("mode", inMode(s.repost(), Mode.AUTOMATIC)));
        refused("mode", "an automatic introduction, even acknowledged", s -> {
            s.acknowledged = true;
            return s.ask("mode", inMode(s.introduction(), Mode.AUTOMATIC));
        });
        refused("mode", "an ask of a member who wants a link alone", s -> {
            s.ann.consent = consent("2026-08-01", Mode.SUGGEST, Mode.SUGGEST, true);
            return s.ask("mode", s.repost());
        });
    }

    private static Proposal inMode(Proposal what, Mode mode) {
        return new Proposal(
                what.kind(),
                what.voice(),
                what.subject(),
                what.author(),
                what.post(),
                what.words(),
                what.composed(),
                mode);
    }

    /** Ann carries Cat's introduction of Ben. */
    private static Proposal carriedIntroduction(Scene s) {
        s.note(Kind.INTRODUCTION, CAT, BEN, POST, Duration.ofHours(20), true);
        return Proposal.repost(ANN, BEN, CAT, s.post(Duration.ofHours(20)), Mode.APPROVE);
    }

    private void pairs() {
        allowed("no-trade", "a good word for somebody who gave none", s -> s.ask("no-trade", s.repost()));
        allowed(
                "no-trade",
                "a return after the quarter",
                s -> s.carried(BEN, ANN, DAY.multipliedBy(90)).ask("no-trade", s.repost()));
        allowed(
                "no-trade",
                "a ring that takes longer than a month to close",
                s -> s.carried(BEN, CAT, DAY.multipliedBy(5))
                        .carried(CAT, ANN, DAY.multipliedBy(30))
                        .ask("no-trade", s.repost()));
        allowed(
                "no-trade",
                "the circle account, which nobody repays",
                s -> s.carried(BEN, ANN, DAY).ask("no-trade", s.repost(CIRCLE, BEN)));
        allowed("no-trade", "at sending, a return that was only planned", s -> {
            s.moment = Moment.SENDING;
            return s.openRepost(BEN, ANN, DAY).ask("no-trade", s.repost());
        });
        refused("no-trade", "a favour returned", s -> s.carried(BEN, ANN, DAY).ask("no-trade", s.repost()));
        refused(
                "no-trade",
                "a favour that would be returned by a turn dealt for later",
                s -> s.openRepost(BEN, ANN, DAY.negated()).ask("no-trade", s.repost()));
        refused(
                "no-trade",
                "a ring of three",
                s -> s.carried(BEN, CAT, DAY.multipliedBy(5))
                        .carried(CAT, ANN, DAY.multipliedBy(20))
                        .ask("no-trade", s.repost()));
        refused("no-trade", "praise of oneself", s -> s.ask("no-trade", s.introduction(ANN, ANN, TEXT)));

        allowed("repeat", "a first time", s -> s.ask("repeat", s.repost()));
        allowed(
                "repeat",
                "the circle account again",
                s -> s.carried(CIRCLE, BEN, DAY.multipliedBy(8)).ask("repeat", s.repost(CIRCLE, BEN)));
        refused(
                "repeat",
                "the same pair within the quarter",
                s -> s.introduced(ANN, BEN, DAY.multipliedBy(89)).ask("repeat", s.repost()));

        allowed("turned-away", "a voice that X lets speak", s -> s.ask("turned-away", s.repost()));
        allowed(
                "turned-away",
                "a voice that X turned away over somebody else",
                s -> s.turnedAway(ANN, CAT, DAY).ask("turned-away", s.repost()));
        refused(
                "turned-away",
                "two that X did not let come together",
                s -> s.turnedAway(ANN, BEN, DAY.multipliedBy(27)).ask("turned-away", s.repost()));
        refused(
                "turned-away",
                "an introduction of whom it may not carry",
                s -> s.turnedAway(ANN, BEN, DAY).ask("turned-away", s.introduction()));
        allowed(
                "turned-away",
                "a voice turned away over two people",
                s -> turnedAwayOver(s, 2).ask("turned-away", s.repost()));
        refused(
                "turned-away",
                "a voice turned away over three, on the same day",
                s -> turnedAwayOver(s, 3).ask("turned-away", s.repost()));
        allowed(
                "turned-away",
                "one try on the next morning",
                s -> turnedAwayOver(s, 3, DAY).ask("turned-away", s.repost()));
        refused(
                "turned-away",
                "a second try on one morning",
                s -> turnedAwayOver(s, 3, DAY)
                        .openRepost(ANN, CAT, Duration.ofHours(-2))
                        .ask("turned-away", s.repost()));
        allowed(
                "turned-away",
                "a voice of which something was taken since",
                s -> turnedAwayOver(s, 3).taken(ANN, Duration.ofMinutes(5)).ask("turned-away", s.repost()));

        allowed("few-voices", "a post nobody carried", s -> s.ask("few-voices", s.repost()));
        allowed(
                "few-voices",
                "a member, long after the circle account",
                s -> s.note(Kind.REPOST, CIRCLE, BEN, POST, Duration.ofHours(12), true)
                        .ask("few-voices", s.repost()));
        allowed(
                "few-voices",
                "an introduction of ours, whose author is no carrier",
                s -> s.ask("few-voices", carriedIntroduction(s)));
        refused(
                "few-voices",
                "a second member",
                s -> s.note(Kind.REPOST, CAT, BEN, POST, Duration.ofHours(20), true)
                        .ask("few-voices", s.repost()));
        refused(
                "few-voices",
                "the circle account a second time",
                s -> s.note(Kind.REPOST, CIRCLE, BEN, POST, Duration.ofHours(20), true)
                        .ask("few-voices", s.repost(CIRCLE, BEN)));
        later(
                "few-voices",
                "a member right after the circle account",
                s -> s.note(Kind.REPOST, CIRCLE, BEN, POST, Duration.ofHours(11), true)
                        .ask("few-voices", s.repost()));
    }

    private void texts() {
        allowed("own-words", "a new text", s -> s.ask("own-words", s.introduction()));
        allowed("own-words", "a text a little like one of long ago", s -> {
            s.said.add(new Facts.Said(1, TEXT + " Ask for Ben.", NOON.minus(DAY.multipliedBy(365))));
            return s.ask("own-words", s.introduction());
        });
        refused("own-words", "a text said by another account, in other clothes", s -> {
            s.said.add(new Facts.Said(1, TEXT.toUpperCase(Locale.ROOT) + " !", NOON.minus(DAY)));
            return s.ask("own-words", s.introduction());
        });
        refused("own-words", "the same text, however long ago", s -> {
            s.said.add(new Facts.Said(1, TEXT, NOON.minus(DAY.multipliedBy(900))));
            return s.ask("own-words", s.introduction());
        });
        refused("own-words", "a near copy", s -> {
            s.said.add(new Facts.Said(1, TEXT + " Ask for Ben.", NOON.minus(DAY.multipliedBy(364))));
            return s.ask("own-words", s.introduction());
        });
        refused("own-words", "a text that another open turn holds", s -> {
            s.history.add(open(s, TEXT));
            return s.ask("own-words", s.introduction());
        });

        allowed("length", "a sentence", s -> s.ask("length", s.introduction()));
        refused(
                "length",
                "a text too long with its disclosure",
                s -> s.ask("length", s.introduction("word ".repeat(60))));
        refused("length", "a blank text", s -> s.ask("length", s.introduction("   ")));
        refused("length", "a bare link", s -> s.ask("length", s.introduction("https://ben.example.com/")));
        refused("length", "a control character", s -> s.ask("length", s.introduction("They made\u0007 our counter.")));

        allowed("mentions", "a text without any", s -> s.ask("mentions", s.introduction()));
        allowed("mentions", "the subject, once mentions are turned on", s -> {
            s.mentions = true;
            return s.ask("mentions", s.introduction("@BenJoinery made our counter."));
        });
        refused(
                "mentions",
                "a mention while they are off",
                s -> s.ask("mentions", s.introduction("@benjoinery made our counter.")));
        refused("mentions", "a mention of somebody else", s -> {
            s.mentions = true;
            return s.ask("mentions", s.introduction("Ask @somebody about Ben."));
        });
        refused("mentions", "two mentions", s -> {
            s.mentions = true;
            return s.ask("mentions", s.introduction("@benjoinery and again @benjoinery."));
        });

        allowed("links", "a text without any", s -> s.ask("links", s.introduction()));
        allowed("links", "one link, once links are turned on", s -> {
            s.links = true;
            return s.ask("links", s.introduction("Look at https://ben.example.com/oak for it."));
        });
        refused(
                "links",
                "a bare domain while links are off",
                s -> s.ask("links", s.introduction("Look at benjoinery.co.uk for it.")));
        refused("links", "two links", s -> {
            s.links = true;
            return s.ask("links", s.introduction("See https://a.example.com or https://b.example.com today."));
        });
        refused("links", "a shortened link", s -> {
            s.links = true;
            return s.ask("links", s.introduction("See https://www.bit.ly/oak for it."));
        });

        allowed("tags", "a text without any", s -> s.ask("tags", s.introduction()));
        refused(
                "tags",
                "a hashtag that is not the circle's",
                s -> s.ask("tags", s.introduction("Oak counters #trending")));
        refused("tags", "two hashtags", s -> s.ask("tags", s.introduction("Oak #one #two")));
        refused("tags", "a cashtag", s -> s.ask("tags", s.introduction("Oak is the new $GOLD here")));

        allowed(
                "disclosure",
                "the words that stand before every good word",
                s -> s.ask("disclosure", s.introduction()));
        allowed(
                "disclosure",
                "the circle's own words before an about line",
                s -> s.ask("disclosure", s.introduction(CIRCLE, BEN, TEXT)));
        allowed("disclosure", "a text that was booked before its letters were composed", s -> {
            var what = s.introduction("Crème brûlée worth the walk.");
            var apart = Normalizer.normalize(what.composed().orElseThrow(), Normalizer.Form.NFD);
            return s.ask(
                    "disclosure", Proposal.introduction(ANN, BEN, "Crème brûlée worth the walk.", apart, Mode.APPROVE));
        });
        refused(
                "disclosure",
                "a text without them",
                s -> s.ask("disclosure", Proposal.introduction(ANN, BEN, TEXT, TEXT, Mode.APPROVE)));
        refused(
                "disclosure",
                "the circle's words from a member's account",
                s -> s.ask(
                        "disclosure",
                        Proposal.introduction(
                                ANN, BEN, TEXT, "One of our members, Ben's Joinery: " + TEXT, Mode.APPROVE)));
    }

    private static Spoken open(Scene s, String text) {
        return new Spoken(
                7, Kind.INTRODUCTION, CAT, false, ANN, CAT, Optional.empty(), Optional.of(text), s.at.plus(DAY), false);
    }

    private void trades() {
        allowed("industry", "a joiner", s -> s.ask("industry", s.introduction()));
        allowed("industry", "a brewer, by the circle account", s -> {
            s.trades.put("joinery", Scene.trade("joinery", "alcohol"));
            return s.ask("industry", s.introduction(CIRCLE, BEN, TEXT));
        });
        refused("industry", "a brewer, by a member", s -> {
            s.trades.put("joinery", Scene.trade("joinery", "alcohol"));
            return s.ask("industry", s.introduction());
        });
        refused("industry", "an industry the file does not name", s -> {
            s.trades.put("joinery", Scene.trade("joinery", "alchemy"));
            return s.ask("industry", s.introduction());
        });
        refused("industry", "a trade nobody knows", s -> {
            s.trades.remove("joinery");
            return s.ask("industry", s.introduction());
        });

        allowed("rivals", "two trades that do not meet", s -> s.ask("rivals", s.repost()));
        allowed("rivals", "the same trade in another town", s -> {
            s.ben.trade = "bakery";
            s.ben.area = "Ilkley";
            return s.ask("rivals", s.repost());
        });
        refused("rivals", "the same trade in the same area", s -> {
            s.ben.trade = "bakery";
            return s.ask("rivals", s.repost());
        });
        refused("rivals", "somebody the other has ruled out", s -> {
            s.ben.notWith = Set.of(ANN);
            return s.ask("rivals", s.introduction());
        });
        refused("rivals", "an introduction written by a rival", s -> {
            s.cat.trade = "bakery";
            return s.ask("rivals", carriedIntroduction(s));
        });
    }

    private void times() {
        allowed("pace", "a voice that was silent", s -> s.ask("pace", s.introduction()));
        allowed(
                "pace",
                "an introduction two weeks after the last",
                s -> s.introduced(ANN, CAT, DAY.multipliedBy(14)).ask("pace", s.introduction()));
        allowed(
                "pace",
                "the circle account's second repost of the day",
                s -> s.carried(CIRCLE, CAT, Duration.ofHours(2)).ask("pace", s.repost(CIRCLE, BEN)));
        later(
                "pace",
                "an introduction a day too early",
                s -> s.introduced(ANN, CAT, DAY.multipliedBy(13)).ask("pace", s.introduction()));
        later(
                "pace",
                "a third ask in a week",
                s -> s.carried(ANN, CAT, DAY)
                        .carried(ANN, CAT, DAY.multipliedBy(2))
                        .ask("pace", s.repost()));
        later("pace", "a fourth turn in a week", s -> {
            s.acknowledged = true;
            s.carried(ANN, CAT, DAY).carried(ANN, CAT, DAY.multipliedBy(2)).carried(ANN, CAT, DAY.multipliedBy(3));
            return s.ask("pace", inMode(s.repost(), Mode.AUTOMATIC));
        });
        later(
                "pace",
                "a second turn in a morning",
                s -> s.carried(ANN, CAT, Duration.ofHours(5)).ask("pace", s.repost()));
        later(
                "pace",
                "a turn in the way of one that is dealt for the afternoon",
                s -> s.openRepost(ANN, CAT, Duration.ofHours(-5)).ask("pace", s.repost()));
        later(
                "pace",
                "a subject carried by a member this week",
                s -> s.carried(CAT, BEN, DAY.multipliedBy(6)).ask("pace", s.repost()));
        later(
                "pace",
                "a subject the circle carried this week, by the circle",
                s -> s.carried(CIRCLE, BEN, DAY.multipliedBy(6)).ask("pace", s.repost(CIRCLE, BEN)));
        later(
                "pace",
                "the circle account's third repost of the day",
                s -> s.carried(CIRCLE, CAT, Duration.ofHours(2))
                        .carried(CIRCLE, ANN, Duration.ofHours(1))
                        .ask("pace", s.repost(CIRCLE, BEN)));
        later(
                "pace",
                "the circle account's second introduction of the day",
                s -> s.introduced(CIRCLE, CAT, Duration.ofHours(2)).ask("pace", s.introduction(CIRCLE, BEN, TEXT)));
        refused("pace", "a member who wants to say nothing", s -> {
            s.ann.capacity = 0;
            return s.ask("pace", s.repost());
        });

        allowed("hours", "noon", s -> s.ask("hours", s.repost()));
        later("hours", "six in the morning", s -> {
            s.at = NOON.minus(Duration.ofHours(6));
            return s.ask("hours", s.repost());
        });
        later("hours", "a quiet day", s -> {
            s.quietDays.add(LocalDate.parse("2026-09-15"));
            return s.ask("hours", s.repost());
        });
        refused("hours", "a voice without a day", s -> {
            s.ann.waking = Scene.waking(8, 20, EnumSet.noneOf(DayOfWeek.class));
            return s.ask("hours", s.repost());
        });

        allowed("spacing", "a quiet morning", s -> s.ask("spacing", s.repost()));
        allowed("spacing", "at sending, a turn that is still to come", s -> {
            s.moment = Moment.SENDING;
            return s.openRepost(CAT, BEN, Duration.ofMinutes(-44)).ask("spacing", s.repost());
        });
        later("spacing", "a write a moment after another", s -> {
            s.writes.add(NOON.minusSeconds(60));
            return s.ask("spacing", s.repost());
        });
        later(
                "spacing",
                "a slot right before one that is taken",
                s -> s.openRepost(CAT, BEN, Duration.ofMinutes(-44)).ask("spacing", s.repost()));

        allowed("share", "a third turn of a member who posts a lot", s -> {
            s.originals.put(ANN, 9);
            return turns(s, 2).ask("share", s.repost());
        });
        allowed(
                "share",
                "a second turn of a member who posts nothing",
                s -> turns(s, 1).ask("share", s.repost()));
        allowed("share", "the circle account, whatever it does", s -> {
            IntStream.range(0, 20).forEach(day -> s.carried(CIRCLE, CAT, DAY.multipliedBy(day)));
            return s.ask("share", s.repost(CIRCLE, BEN));
        });
        later("share", "a third turn of a member who posts eight times", s -> {
            s.originals.put(ANN, 8);
            return turns(s, 2).ask("share", s.repost());
        });
    }

    private static Scene turns(Scene s, int count) {
        IntStream.rangeClosed(1, count).forEach(week -> s.carried(ANN, CAT, DAY.multipliedBy(7L * week)));
        return s;
    }

    private void posts() {
        allowed("fresh", "this morning's post", s -> s.ask("fresh", s.repost()));
        allowed("fresh", "an introduction of ours", s -> s.ask("fresh", carriedIntroduction(s)));
        allowed("fresh", "a marked post of a member who marks", s -> {
            s.ben.carry = Member.Carry.MARKED;
            s.marked.add(POST);
            return s.ask("fresh", s.repost());
        });
        refused("fresh", "a post of four days ago", s -> s.ask("fresh", s.repost(s.post(DAY.multipliedBy(4)))));
        allowed(
                "fresh",
                "a post that was edited before anybody was shown it",
                s -> s.ask("fresh", s.repost(edited(s, "1", "1001"))));
        refused(
                "fresh",
                "a post its author has edited since it was shown",
                s -> s.ask("fresh", s.repost(edited(s, "1001", "1009"))));
        refused("fresh", "a post that reads otherwise than it was shown", s -> {
            s.edited.add(POST);
            return s.ask("fresh", s.repost());
        });
        refused(
                "fresh",
                "a post of which only a part can be read",
                s -> s.ask(
                        "fresh",
                        s.repost(new Post(
                                POST,
                                "2",
                                s.at.minus(DAY),
                                "Rye…",
                                true,
                                false,
                                Optional.empty(),
                                Counts.NONE,
                                List.of(POST),
                                false))));
        refused("fresh", "a reply", s -> s.ask("fresh", s.repost(post(s, false, false))));
        refused("fresh", "a sensitive post", s -> s.ask("fresh", s.repost(post(s, true, true))));
        refused("fresh", "a post that is gone when read again", s -> {
            s.gone.add(POST);
            s.moment = Moment.SENDING;
            return s.ask("fresh", s.repost());
        });
        refused("fresh", "an unmarked post of a member who marks", s -> {
            s.ben.carry = Member.Carry.MARKED;
            return s.ask("fresh", s.repost());
        });
        refused("fresh", "a post with a word its author ruled out", s -> {
            s.ben.skipWords = List.of("RYE");
            return s.ask("fresh", s.repost());
        });
        refused(
                "fresh",
                "somebody else's post about the subject",
                s -> s.ask("fresh", Proposal.repost(ANN, BEN, CAT, s.post(DAY), Mode.APPROVE)));
        refused("fresh", "the voice's own introduction", s -> {
            s.note(Kind.INTRODUCTION, CIRCLE, BEN, POST, Duration.ofHours(20), true);
            return s.ask("fresh", Proposal.repost(CIRCLE, BEN, CIRCLE, s.post(DAY), Mode.AUTOMATIC));
        });
    }

    private static Post edited(Scene s, String... versions) {
        var chain = Arrays.stream(versions).map(PostId::new).toList();
        return new Post(
                new PostId("1001"),
                "2",
                s.at.minus(DAY),
                "Rye",
                true,
                false,
                Optional.empty(),
                Counts.NONE,
                chain,
                true);
    }

    private static Post post(Scene s, boolean original, boolean sensitive) {
        return new Post(POST, "2", s.at.minus(DAY), "Rye", original, sensitive, Optional.empty(), Counts.NONE);
    }

    private void money() {
        allowed("rate", "a first call", s -> s.ask("rate", s.repost()));
        later("rate", "more than half of fifty reposts in a quarter of an hour", s -> {
            IntStream.range(0, 25).forEach(n -> s.carried(ANN, CAT, Duration.ofSeconds(30L * n)));
            return s.ask("rate", s.repost());
        });

        allowed("budget", "a week with money left", s -> s.ask("budget", s.repost()));
        refused("budget", "a week without", s -> {
            s.budgetObjection = Optional.of("$5.00 of $5.00 is spent or promised this week");
            return s.ask("budget", s.repost());
        });

        allowed("blast", "the fourth write of an hour", s -> writes(s, 3).ask("blast", s.repost()));
        allowed("blast", "any number of slots at planning", s -> {
            writes(s, 40);
            s.moment = Moment.PLANNING;
            return s.ask("blast", s.repost());
        });
        later("blast", "the fifth write of an hour", s -> writes(s, 4).ask("blast", s.repost()));
    }

    private static Scene writes(Scene s, int count) {
        s.moment = Moment.SENDING;
        IntStream.range(0, count).forEach(n -> s.writes.add(NOON.minusSeconds(60L + n)));
        return s;
    }

    /** What a port may not be able to do. */
    interface Liking {
        void like(PostId post);
    }

    private void forbidden() {
        allowed("forbidden", "the port to a platform, as it is", s -> forbiddenCalls(Platform.class));
        allowed("forbidden", "both kinds of turn", s -> s.ask("forbidden", s.introduction()));
        refused("forbidden", "a port that could like", s -> forbiddenCalls(Liking.class));
    }

    private static Scene turnedAwayOver(Scene scene, int people) {
        return turnedAwayOver(scene, people, Duration.ofHours(1));
    }

    private static Scene turnedAwayOver(Scene scene, int people, Duration before) {
        for (var number = 0; number < people; number++) {
            scene.turnedAway(ANN, Handle.of("extra" + number), before.plusMinutes(number));
        }
        return scene;
    }

    /** The rule has no code to check beyond this: what cannot be called cannot be proposed. */
    static Verdict forbiddenCalls(Class<?> port) {
        return Arrays.stream(port.getMethods())
                .filter(method -> FORBIDDEN.matcher(method.getName()).find())
                .findFirst()
                .<Verdict>map(method -> new Verdict.Refused("forbidden", method.getName()))
                .orElse(Verdict.ALLOWED);
    }
}
