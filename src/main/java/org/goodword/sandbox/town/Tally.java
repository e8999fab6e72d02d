package org.goodword.sandbox.town;

/** A post's counts at one instant. Impressions are times shown, not people. */
public record Tally(long impressions, long likes, long replies, long reposts, long quotes, long bookmarks) {}
