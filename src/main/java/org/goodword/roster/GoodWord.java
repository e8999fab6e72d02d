package org.goodword.roster;

import org.goodword.platform.Handle;

/** A sentence or two that one member wrote about another. Used once. */
public record GoodWord(Handle by, Handle about, String text) {}
