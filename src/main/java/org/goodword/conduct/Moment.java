package org.goodword.conduct;

/** When the rulebook is asked. */
public enum Moment {
    /** before a turn is dealt or given a slot: open turns hold their places as if they had been sent */
    PLANNING,
    /** right before it leaves: only what was really sent stands against it, and the open ones are asked in their turn */
    SENDING
}
