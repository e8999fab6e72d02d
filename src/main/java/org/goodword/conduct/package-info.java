/**
 * May it go out? The rulebook is data ({@code config/rules/*.yaml}) with a source and a date for each rule, and one small
 * pure check for each. Start with {@link org.goodword.conduct.Rulebook}. Asked at planning, and again just before sending,
 * by code the planner cannot pass by. Knows no store, no clock.
 */
@NullMarked
package org.goodword.conduct;

import org.jspecify.annotations.NullMarked;
