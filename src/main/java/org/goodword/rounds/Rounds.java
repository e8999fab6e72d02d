package org.goodword.rounds;

/**
 * The rounds of one circle, wired: what the daemon calls in real time and a rehearsal on a simulated clock. Each may be
 * called at any time and as often as one likes; what was done is not done again.
 */
public record Rounds(
        WeekRound week,
        RedealRound redeal,
        MorningRound morning,
        DispatchRound dispatch,
        SampleRound sample,
        LetterRound letter,
        LeavingRound leaving) {}
