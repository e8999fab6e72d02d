package org.goodword.rotation;

import java.util.List;

/** A pairing that a deal made, and the sentences that say why. */
public record Dealt(Proposal what, List<String> why) {}
