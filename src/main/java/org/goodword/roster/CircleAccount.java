package org.goodword.roster;

import org.goodword.platform.Handle;

/** The circle's own account: a voice with its own caps, and nobody's subject. */
public record CircleAccount(Handle handle, String name, Waking waking) {}
