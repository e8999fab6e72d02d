package org.goodword.rotation.week;

import org.goodword.platform.Handle;

/**
 * A text that could introduce a member: a good word from its writer's account, or an about line from the circle's.
 *
 * @param composed exactly what would go out, disclosure first
 */
public record Introducible(Handle voice, Handle subject, String text, String composed) {}
