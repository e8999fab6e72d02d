/**
 * The same rounds on a simulated clock, against an invented town: a season in seconds, the same again from its seed. Start
 * with {@link org.goodword.rehearsal.Rehearsal}; {@link org.goodword.rehearsal.People} answer, write, pause and leave;
 * {@link org.goodword.rehearsal.Audit} compares what the town recorded with what was announced, and never looks into our
 * tables.
 */
@NullMarked
package org.goodword.rehearsal;

import org.jspecify.annotations.NullMarked;
