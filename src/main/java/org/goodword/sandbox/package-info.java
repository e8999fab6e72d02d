/**
 * The far side of the wire: a server that speaks X's v2 API on 127.0.0.1, for demo, rehearsal and tests. Start reading
 * at {@link org.goodword.sandbox.Sandbox}, then {@code Front}, which every request passes. {@code wire} holds how X
 * speaks, {@code town} the invented world behind it. It knows nothing else of Goodword, nor of any X client: an
 * emulator that shares code with a client agrees with its mistakes.
 */
@NullMarked
package org.goodword.sandbox;

import org.jspecify.annotations.NullMarked;
