package org.goodword.report;

import java.awt.BasicStroke;
import java.awt.Paint;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.goodword.report.Letter.WeekShown;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.CategoryTextAnnotation;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.CategoryAnchor;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.DefaultCategoryDataset;

/** Times shown as bars, a week each. A week that is still growing is hatched, one nobody knows is a gap with a "?". */
final class ShownChart {
    private static final int SLOTS = 13;
    private static final int WIDE = 680;
    private static final int NARROW = 360;
    private static final int HEIGHT = 128;
    private static final double HEADROOM = 1.16;

    private final List<WeekShown> weeks;
    private final List<Slot> slots;
    private final int width;
    private final double step;

    private ShownChart(List<WeekShown> weeks, int width) {
        this.weeks = weeks;
        this.width = width;
        this.slots = slots(weeks);
        this.step = step(
                weeks.stream().mapToLong(week -> week.shown().orElse(0)).max().orElse(0));
    }

    /** Two drawings of the same, of which the style sheet shows the one that fits the width. */
    static String draw(List<WeekShown> weeks, String words) {
        return new ShownChart(weeks, WIDE).on("wide", words) + "\n" + new ShownChart(weeks, NARROW).on("narrow", words);
    }

    private String on(String name, String words) {
        return SvgPaper.draw(drawing(), width, HEIGHT, name, words);
    }

    private JFreeChart drawing() {
        var plot = new CategoryPlot(bars(), weekAxis(), scale(), renderer());
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setRangeGridlinePaint(Ink.RULE.color);
        plot.setRangeGridlineStroke(new BasicStroke(1));
        plot.setFixedRangeAxisSpace(space());
        annotate(plot);
        var chart = new JFreeChart(null, SvgPaper.font(), plot, false);
        chart.setBackgroundPaint(null);
        chart.setPadding(RectangleInsets.ZERO_INSETS);
        return chart;
    }

    private DefaultCategoryDataset bars() {
        var bars = new DefaultCategoryDataset();
        for (int i = 0; i < slots.size(); i++) {
            var shown = i < weeks.size() ? weeks.get(i).shown() : OptionalLong.empty();
            bars.addValue(shown.isPresent() ? (Number) shown.getAsLong() : null, "times shown", slots.get(i));
        }
        return bars;
    }

    private static CategoryAxis weekAxis() {
        var axis = new CategoryAxis();
        axis.setTickLabelFont(SvgPaper.font());
        axis.setTickLabelPaint(Ink.MUTED.color);
        axis.setAxisLinePaint(Ink.MUTED.color);
        axis.setTickMarksVisible(false);
        axis.setLowerMargin(0.01);
        axis.setUpperMargin(0.01);
        axis.setCategoryMargin(0.34);
        return axis;
    }

    private NumberAxis scale() {
        var axis = new NumberAxis();
        axis.setRange(0, 2 * step * HEADROOM);
        axis.setTickUnit(
                new NumberTickUnit(step, new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.UK))));
        axis.setTickLabelFont(SvgPaper.font());
        axis.setTickLabelPaint(Ink.SCALE.color);
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        return axis;
    }

    /** A fixed margin: measured by the widest figure it would differ from machine to machine. */
    private AxisSpace space() {
        var space = new AxisSpace();
        space.setLeft(14 + 7 * Counted.figures(Math.round(2 * step)).length());
        space.setRight(width == NARROW ? 10 : 0);
        return space;
    }

    private BarRenderer renderer() {
        var renderer = new BarRenderer() {
            @Override
            public Paint getItemPaint(int row, int column) {
                return growing(column) ? Ink.GROWING.color : Ink.ACCENT.color;
            }
        };
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setShadowVisible(false);
        renderer.setDrawBarOutline(true);
        renderer.setDefaultOutlinePaint(Ink.ACCENT.color);
        renderer.setDefaultOutlineStroke(new BasicStroke(1));
        renderer.setAutoPopulateSeriesOutlinePaint(false);
        renderer.setAutoPopulateSeriesOutlineStroke(false);
        return renderer;
    }

    private boolean growing(int column) {
        return column < weeks.size() && LetterWords.growing(weeks.get(column));
    }

    private void annotate(CategoryPlot plot) {
        for (int i = 0; i < weeks.size(); i++) {
            var week = weeks.get(i);
            var slot = slots.get(i);
            if (week.shown().isEmpty()) {
                plot.addAnnotation(note("?", slot, 0));
            } else if (week.soFar()) {
                plot.addAnnotation(note(LetterWords.SO_FAR, slot, clear(i)));
            } else if (week.shown().getAsLong() == 0) {
                // no bar is drawn, and without a word it would look like one nobody knows
                plot.addAnnotation(note("0", slot, 0));
            }
        }
    }

    /** Above the bar; where bars are narrow, above its neighbour too, into which the words reach. */
    private double clear(int place) {
        var own = weeks.get(place).shown().orElse(0);
        var neighbour =
                place == 0 || width == WIDE ? 0 : weeks.get(place - 1).shown().orElse(0);
        return Math.max(own, neighbour);
    }

    private CategoryTextAnnotation note(String text, Slot slot, double above) {
        var note = new CategoryTextAnnotation(text, slot, above + 2 * step * 0.05);
        note.setFont(SvgPaper.font());
        note.setPaint(Ink.MUTED.color);
        note.setCategoryAnchor(CategoryAnchor.MIDDLE);
        note.setTextAnchor(TextAnchor.BOTTOM_CENTER);
        return note;
    }

    /** A young circle's chart fills from the left; bars keep their width. */
    private static List<Slot> slots(List<WeekShown> weeks) {
        var slots = new ArrayList<Slot>();
        for (int i = 0; i < Math.max(SLOTS, weeks.size()); i++) {
            slots.add(
                    new Slot(i, i < weeks.size() ? Dated.weekNumber(weeks.get(i).week()) : ""));
        }
        return slots;
    }

    /** Half of the scale: the smallest round number of which two reach the highest bar. */
    static double step(long highest) {
        for (double tens = 1; ; tens *= 10) {
            for (var round : new double[] {1, 2, 3, 4, 5, 6, 8}) {
                if (2 * round * tens >= highest) {
                    return round * tens;
                }
            }
        }
    }

    /** A place on the axis; two weeks may bear one number, a year apart. */
    private record Slot(int place, String label) implements Comparable<Slot> {
        @Override
        public int compareTo(Slot other) {
            return Integer.compare(place, other.place);
        }

        @Override
        public String toString() {
            return label;
        }
    }
}
