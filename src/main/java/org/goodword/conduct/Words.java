package org.goodword.conduct;

import com.twitter.twittertext.Extractor;
import com.twitter.twittertext.TwitterTextParser;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.goodword.platform.Call;
import org.goodword.platform.Handle;
import org.goodword.platform.Wording;
import org.goodword.roster.Kind;
import org.goodword.roster.Roster;
import org.goodword.rotation.Proposal;
import org.goodword.settings.Settings;

/**
 * What goes out for a good word, and what X sees in it: lengths, links, mentions and tags are counted as X counts them
 * (twitter-text 3.1.0).
 */
public final class Words {
    private static final Pattern BLANK_TO_FILL = Pattern.compile("\\{(subject|circle)\\}");
    private static final Pattern PROTOCOL = Pattern.compile("(?i)^https?://(www\\.)?");
    private static final Pattern END_OF_HOST = Pattern.compile("[/?#:]");
    /** letters X refuses, control characters other than a new line, and those that turn the direction of writing round */
    private static final Pattern UNSOUND = Pattern.compile("[\\uFFFE\\uFEFF\\uFFFF\\u202A-\\u202E\\p{Cc}&&[^\n]]");

    private static final Pattern SAYS_SOMETHING = Pattern.compile("[\\p{L}\\p{N}]");

    private final String circle;
    private final Settings.Conduct own;

    public Words(String circle, Settings.Conduct own) {
        this.circle = circle;
        this.own = own;
    }

    /** {@code {disclosure} {text}}: exactly what is shown, approved and sent. */
    public String compose(Roster roster, Handle voice, Handle subject, String text) {
        return Wording.composed(disclosure(roster.isCircle(voice), roster.name(subject)) + " " + text.strip());
    }

    /** What stands before a text about the subject. */
    public String disclosure(boolean byCircle, String subject) {
        var wording = byCircle ? own.circleDisclosure() : own.memberDisclosure();
        return BLANK_TO_FILL
                .matcher(wording.strip())
                .replaceAll(blank -> Matcher.quoteReplacement(blank.group(1).equals("subject") ? subject : circle));
    }

    /** Whether the post must be marked as a paid partnership: every introduction from a member's account is. */
    public static boolean paidPartnership(Proposal proposal, Roster roster) {
        return proposal.kind() == Kind.INTRODUCTION && !roster.isCircle(proposal.voice());
    }

    /** The call a proposal ends in, and so its price: a text X finds a link in costs more. */
    public static Call call(Proposal proposal) {
        return proposal.composed()
                .map(text -> links(text).isEmpty() ? Call.PUBLISH : Call.PUBLISH_WITH_LINK)
                .orElse(Call.REPOST);
    }

    public boolean allowLinks() {
        return own.links();
    }

    public boolean allowMentions() {
        return own.mentions();
    }

    /** X's weighted length: most letters count 1, emoji and many scripts 2, a link 23. */
    public static int weightedLength(String text) {
        return TwitterTextParser.parseTweet(text).weightedLength;
    }

    /** Whether X would take these letters at all, whatever their number. */
    static boolean isSound(String text) {
        return !UNSOUND.matcher(text).find();
    }

    /** Everything X would make a link of, bare domains such as {@code example.com} included. */
    public static List<String> links(String text) {
        return new Extractor().extractURLs(text);
    }

    /** Without the {@code @}. */
    public static List<String> mentions(String text) {
        return new Extractor().extractMentionedScreennames(text);
    }

    /** Without the {@code #}. */
    public static List<String> hashtags(String text) {
        return new Extractor().extractHashtags(text);
    }

    /** Without the {@code $}. */
    public static List<String> cashtags(String text) {
        return new Extractor().extractCashtags(text);
    }

    /** Whether a text says nothing once its links are taken out. */
    static boolean saysNothing(String text) {
        var rest = text;
        for (var link : links(text)) {
            rest = rest.replace(link, " ");
        }
        return !SAYS_SOMETHING.matcher(rest).find();
    }

    /** The host of a link in lower case, without {@code www.}. */
    static String host(String link) {
        var bare = PROTOCOL.matcher(link).replaceFirst("");
        return END_OF_HOST.split(bare, 2)[0].toLowerCase(Locale.ROOT);
    }
}
