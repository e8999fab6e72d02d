package org.goodword.settings;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Money in thousandths of a US dollar, the unit in which X's prices are whole numbers. Never negative. */
public record Usd(long milli) implements Comparable<Usd> {
    public static final Usd ZERO = new Usd(0);

    public Usd {
        if (milli < 0) {
            throw new IllegalArgumentException("an amount of money is at least 0, not " + milli + " thousandths");
        }
    }

    /** @throws NumberFormatException when {@code text} is no plain number such as {@code 5.00} */
    public static Usd parse(String text) {
        return new Usd(new BigDecimal(text.strip())
                .movePointRight(3)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact());
    }

    public Usd plus(Usd other) {
        return new Usd(milli + other.milli);
    }

    public Usd times(long count) {
        return new Usd(Math.multiplyExact(milli, count));
    }

    /** What is left after {@code other} is taken off, at least zero. */
    public Usd less(Usd other) {
        return new Usd(Math.max(0, milli - other.milli));
    }

    public BigDecimal amount() {
        return BigDecimal.valueOf(milli, 3);
    }

    @Override
    public int compareTo(Usd other) {
        return Long.compare(milli, other.milli);
    }

    @Override
    public String toString() {
        return "$" + amount().setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
