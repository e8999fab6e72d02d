package org.goodword.report;

import java.util.List;
import org.goodword.report.Letter.Lift;
import org.goodword.report.Letter.WeekShown;

/** Draws the letter's two charts as SVG. A machine without any font cannot: then it throws, and the letter says so. */
interface Drawing {
    String shown(List<WeekShown> weeks, String words);

    String lift(Lift lift, String words);

    /** On JFreeChart and Batik. */
    static Drawing charts() {
        return new Drawing() {
            @Override
            public String shown(List<WeekShown> weeks, String words) {
                return ShownChart.draw(weeks, words);
            }

            @Override
            public String lift(Lift lift, String words) {
                return LiftChart.draw(lift, words);
            }
        };
    }
}
