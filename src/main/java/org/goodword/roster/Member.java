package org.goodword.roster;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.goodword.platform.Handle;

/**
 * A business in the circle, as its entry in the roster has it.
 *
 * @param capacity most turns a week as a voice, from 0
 * @param want most turns a week as a subject, from 0
 * @param skipWords posts with one of these words are never carried
 * @param about her own words for the circle account, each used once
 */
public record Member(
        Handle handle,
        String name,
        String trade,
        String area,
        Optional<String> email,
        Waking waking,
        List<String> languages,
        int capacity,
        int want,
        Consent consent,
        Carry carry,
        List<String> skipWords,
        List<String> about,
        List<String> offers,
        List<String> needs,
        Set<Handle> notWith,
        List<GoodWord> goodWords) {

    /** Which of her posts may be carried. */
    public enum Carry {
        ALL,
        /** only those she marked */
        MARKED
    }

    public Member {
        languages = List.copyOf(languages);
        skipWords = List.copyOf(skipWords);
        about = List.copyOf(about);
        offers = List.copyOf(offers);
        needs = List.copyOf(needs);
        notWith = Set.copyOf(notWith);
        goodWords = List.copyOf(goodWords);
    }

    public Member with(Consent consent) {
        return new Member(
                handle, name, trade, area, email, waking, languages, capacity, want, consent, carry, skipWords, about,
                offers, needs, notWith, goodWords);
    }

    public Member with(List<String> about, List<GoodWord> goodWords) {
        return new Member(
                handle, name, trade, area, email, waking, languages, capacity, want, consent, carry, skipWords, about,
                offers, needs, notWith, goodWords);
    }

    public Member with(int capacity, int want) {
        return new Member(
                handle, name, trade, area, email, waking, languages, capacity, want, consent, carry, skipWords, about,
                offers, needs, notWith, goodWords);
    }

    /** How her account does this kind of thing, by what she agreed to. */
    public Mode mode(Kind kind) {
        return switch (kind) {
            case INTRODUCTION -> consent.introductions();
            case REPOST -> consent.reposts();
        };
    }
}
