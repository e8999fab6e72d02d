package org.goodword.conduct;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.goodword.platform.Counts;
import org.goodword.platform.Handle;
import org.goodword.platform.Post;
import org.goodword.platform.PostId;
import org.goodword.roster.Area;
import org.goodword.roster.CircleAccount;
import org.goodword.roster.Consent;
import org.goodword.roster.Kind;
import org.goodword.roster.Member;
import org.goodword.roster.Mode;
import org.goodword.roster.Roster;
import org.goodword.roster.Trade;
import org.goodword.roster.Waking;
import org.goodword.rotation.History;
import org.goodword.rotation.Proposal;
import org.goodword.rotation.Refusals;
import org.goodword.rotation.Spoken;
import org.goodword.rotation.TurnedAway;
import org.goodword.settings.Settings;

/** A small circle at noon on a Tuesday, in which everything is allowed until a test changes something. */
final class Scene {
    static final ZoneId LONDON = ZoneId.of("Europe/London");
    static final Instant NOON = Instant.parse("2026-09-15T11:00:00Z");
    static final Handle ANN = Handle.of("annbakes");
    static final Handle BEN = Handle.of("benjoinery");
    static final Handle CAT = Handle.of("catflowers");
    static final Handle CIRCLE = Handle.of("otleytraders");
    static final String TEXT = "They made our counter from one oak and had it in before the Saturday queue.";
    static final Path RULE_FILE = Path.of("config/rules/x.yaml");
    private static final Map<Settings.Conduct, Rules> READ = new ConcurrentHashMap<>();
    static final PostId POST = new PostId("9001");

    /** A member whose parts a test may change. */
    static final class Draft {
        final Handle handle;
        String name;
        String trade;
        String area = "Otley";
        Waking waking = waking(8, 20, EnumSet.allOf(DayOfWeek.class));
        int capacity = 5;
        Consent consent =
                new Consent(LocalDate.parse("2026-08-01"), Optional.empty(), true, Mode.AUTOMATIC, Mode.AUTOMATIC);
        Member.Carry carry = Member.Carry.ALL;
        List<String> skipWords = List.of();
        Set<Handle> notWith = Set.of();

        Draft(Handle handle, String name, String trade) {
            this.handle = handle;
            this.name = name;
            this.trade = trade;
        }

        Member member() {
            return new Member(
                    handle,
                    name,
                    trade,
                    area,
                    Optional.empty(),
                    waking,
                    List.of("en"),
                    capacity,
                    3,
                    consent,
                    carry,
                    skipWords,
                    List.of(),
                    List.of(),
                    List.of(),
                    notWith,
                    List.of());
        }
    }

    final Draft ann = new Draft(ANN, "Ann Bakes", "bakery");
    final Draft ben = new Draft(BEN, "Ben's Joinery", "joinery");
    final Draft cat = new Draft(CAT, "Cat Flowers", "florist");
    final List<Draft> members = new ArrayList<>(List.of(ann, ben, cat));
    final Map<String, Trade> trades = new HashMap<>(Map.of(
            "bakery", trade("bakery", "food"),
            "joinery", trade("joinery", "home"),
            "florist", trade("florist", "garden")));
    final List<Spoken> history = new ArrayList<>();
    final Map<Handle, String> stopped = new HashMap<>();
    Refusals refusals = Refusals.NONE;
    final Map<Handle, Integer> originals = new HashMap<>();
    final List<Facts.Said> said = new ArrayList<>();
    final Set<PostId> gone = new HashSet<>();
    final Set<PostId> marked = new HashSet<>();
    final Set<PostId> edited = new HashSet<>();
    final Set<LocalDate> quietDays = new HashSet<>();
    final List<Instant> writes = new ArrayList<>();
    final Map<String, String> numbers = new HashMap<>();
    Waking circleHours = waking(8, 20, EnumSet.allOf(DayOfWeek.class));
    boolean everythingStopped;
    boolean links;
    boolean mentions;
    boolean acknowledged;
    Optional<String> budgetObjection = Optional.empty();
    Moment moment = Moment.PLANNING;
    Instant at = NOON;

    static Waking waking(int from, int to, Set<DayOfWeek> days) {
        return new Waking(LONDON, LocalTime.of(from, 0), LocalTime.of(to, 0), days);
    }

    static Trade trade(String name, String industry) {
        return new Trade(name, industry, Set.of(), Set.of());
    }

    /** As many members as that in all, the extra ones without any part in the scene. */
    Scene ofSize(int size) {
        for (var number = members.size(); number < size; number++) {
            members.add(new Draft(Handle.of("extra" + number), "Extra " + number, "bakery"));
        }
        return this;
    }

    /** X did not let {@code voice} do something for {@code whom}, so long before the scene. */
    Scene turnedAway(Handle voice, Handle whom, Duration before) {
        var all = new ArrayList<>(refusals.all());
        all.add(new TurnedAway(1000 + all.size(), voice, whom, at.minus(before)));
        all.sort(Comparator.comparing(TurnedAway::at));
        refusals = new Refusals(all, refusals.lastTaken());
        return this;
    }

    /** X took something of the voice's, so long before the scene. */
    Scene taken(Handle voice, Duration before) {
        refusals = new Refusals(refusals.all(), Map.of(voice, at.minus(before)));
        return this;
    }

    Settings.Conduct own() {
        return new Settings.Conduct(
                Map.copyOf(numbers),
                "{subject}, a fellow member of {circle}:",
                "One of our members, {subject}:",
                links,
                mentions,
                acknowledged);
    }

    Words words() {
        return new Words("Otley Traders", own());
    }

    Roster roster() {
        return new Roster(
                members.stream().map(Draft::member).toList(),
                trades,
                Map.of("Otley", new Area("Otley", Set.of())),
                Optional.of(new CircleAccount(CIRCLE, "Otley Traders", circleHours)));
    }

    Facts facts() {
        return new Facts(
                roster(),
                new History(history),
                stopped,
                refusals,
                originals,
                said,
                gone,
                marked,
                edited,
                quietDays,
                LONDON,
                everythingStopped,
                budgetObjection,
                writes);
    }

    Rules rules() {
        return READ.computeIfAbsent(own(), own -> RuleFile.read(RULE_FILE, "config/rules/x.yaml", own));
    }

    Rulebook rulebook() {
        return new Rulebook(rules(), words(), facts());
    }

    Verdict ask(String rule, Proposal proposal) {
        return rulebook().ask(rule, proposal, at, facts(), moment);
    }

    Verdict judge(Proposal proposal) {
        return rulebook().judge(proposal, at, facts(), moment);
    }

    /** Notes a repost that went out. */
    Scene carried(Handle voice, Handle subject, Duration before) {
        return note(Kind.REPOST, voice, subject, new PostId("p" + history.size()), before, true);
    }

    Scene openRepost(Handle voice, Handle subject, Duration before) {
        return note(Kind.REPOST, voice, subject, new PostId("p" + history.size()), before, false);
    }

    Scene introduced(Handle voice, Handle subject, Duration before) {
        return note(Kind.INTRODUCTION, voice, subject, new PostId("p" + history.size()), before, true);
    }

    /** @param before how long before the instant of the scene; negative for after it */
    Scene note(Kind kind, Handle voice, Handle subject, PostId post, Duration before, boolean sent) {
        history.add(new Spoken(
                history.size() + 1L,
                kind,
                voice,
                voice.equals(CIRCLE),
                subject,
                kind == Kind.REPOST ? subject : voice,
                Optional.of(post),
                kind == Kind.REPOST ? Optional.empty() : Optional.of("words number " + history.size()),
                at.minus(before),
                sent));
        return this;
    }

    Post post(Duration age) {
        return new Post(POST, "1", at.minus(age), "Fresh rye today", true, false, Optional.empty(), Counts.NONE);
    }

    /** Ann carries a two-hour-old post of Ben's. */
    Proposal repost() {
        return repost(ANN, BEN);
    }

    Proposal repost(Handle voice, Handle subject) {
        return Proposal.repost(voice, subject, subject, post(Duration.ofHours(2)), modeOf(voice));
    }

    Proposal repost(Post post) {
        return Proposal.repost(ANN, BEN, BEN, post, modeOf(ANN));
    }

    /** Ann introduces Ben. */
    Proposal introduction() {
        return introduction(ANN, BEN, TEXT);
    }

    Proposal introduction(String text) {
        return introduction(ANN, BEN, text);
    }

    Proposal introduction(Handle voice, Handle subject, String text) {
        return Proposal.introduction(
                voice, subject, text, words().compose(roster(), voice, subject, text), modeOf(voice));
    }

    private static Mode modeOf(Handle voice) {
        return voice.equals(CIRCLE) ? Mode.AUTOMATIC : Mode.APPROVE;
    }
}
