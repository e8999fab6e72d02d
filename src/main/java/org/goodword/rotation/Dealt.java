package org.goodword.rotation;

import java.util.List;

/** A pairing that a deal made, and the facts that decided it. */
public record Dealt(Proposal what, List<Reason> why) {}
