package org.goodword.report;

import java.awt.BasicStroke;
import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.List;
import org.goodword.report.Letter.Lift;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.annotations.XYShapeAnnotation;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeriesCollection;

/** What carrying added: dot and interval on a line of ratios, with "no difference" marked. */
final class LiftChart {
    private static final int HEIGHT = 52;
    /** Where the line ends however wide the interval: the sentence beside it has the figures. */
    private static final double LEAST = -0.75;

    private static final double MOST = 4;
    private static final double LETTER_WIDTH = 6.3;
    private static final List<Mark> MARKS = List.of(
            new Mark(0, "no difference"),
            new Mark(1, "twice as much"),
            new Mark(-0.5, "half as much"),
            new Mark(0.5, "half as much again"),
            new Mark(3, "four times"),
            new Mark(2, "three times"));

    private final Lift lift;
    private final int width;
    private final double left;
    private final double right;

    private LiftChart(Lift lift, int width) {
        this.lift = lift;
        this.width = width;
        // room on both sides, so that the outermost words are not cut off
        this.left = Math.min(place(lift.low()), 0) - 90.0 / width;
        this.right = Math.max(place(lift.high()), StrictMath.log(2)) + 90.0 / width;
    }

    static String draw(Lift lift, String words) {
        return SvgPaper.draw(new LiftChart(lift, 680).drawing(), 680, HEIGHT, "wide", words) + "\n"
                + SvgPaper.draw(new LiftChart(lift, 360).drawing(), 360, HEIGHT, "narrow", words);
    }

    private JFreeChart drawing() {
        var plot =
                new XYPlot(new XYSeriesCollection(), axis(left, right), axis(0, HEIGHT), new XYLineAndShapeRenderer());
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
        line(plot, left, 34, right, 34, Ink.RULE, 1);
        line(plot, 0, 22, 0, 48, Ink.INK, 1);
        marks(plot);
        line(plot, place(lift.low()), 34, place(lift.high()), 34, Ink.ACCENT, 3);
        dot(plot);
        var chart = new JFreeChart(null, SvgPaper.font(), plot, false);
        chart.setBackgroundPaint(null);
        chart.setPadding(RectangleInsets.ZERO_INSETS);
        return chart;
    }

    private static NumberAxis axis(double from, double to) {
        var axis = new NumberAxis();
        axis.setRange(from, to);
        axis.setVisible(false);
        return axis;
    }

    private static void line(XYPlot plot, double x1, double y1, double x2, double y2, Ink ink, int thickness) {
        plot.addAnnotation(new XYLineAnnotation(x1, y1, x2, y2, new BasicStroke(thickness), ink.color));
    }

    /** Round where it is drawn: the axes do not share a scale. */
    private void dot(XYPlot plot) {
        var across = 6 * (right - left) / width;
        var middle = place(lift.middle());
        plot.addAnnotation(new XYShapeAnnotation(
                new Ellipse2D.Double(middle - across, 34 - 6, 2 * across, 12), null, null, Ink.ACCENT.color));
    }

    /** The marks in order of weight, each if there is room beside those already there. */
    private void marks(XYPlot plot) {
        var taken = new ArrayList<double[]>();
        for (var mark : MARKS) {
            var middle = (place(mark.share()) - left) / (right - left) * width;
            var half = mark.words().length() * LETTER_WIDTH / 2;
            var fits = middle - half >= 0
                    && middle + half <= width
                    && taken.stream().allMatch(other -> middle + half + 10 < other[0] || middle - half - 10 > other[1]);
            if (fits) {
                taken.add(new double[] {middle - half, middle + half});
                line(
                        plot,
                        place(mark.share()),
                        31,
                        place(mark.share()),
                        37,
                        mark.share() == 0 ? Ink.INK : Ink.MUTED,
                        1);
                plot.addAnnotation(label(mark));
            }
        }
    }

    private static XYTextAnnotation label(Mark mark) {
        var label = new XYTextAnnotation(mark.words(), place(mark.share()), 4);
        label.setFont(SvgPaper.font());
        label.setPaint(Ink.MUTED.color);
        label.setTextAnchor(TextAnchor.BOTTOM_CENTER);
        return label;
    }

    /** Twice as often and half as often are equally far from no difference. */
    private static double place(double share) {
        return StrictMath.log1p(Math.max(LEAST, Math.min(MOST, share)));
    }

    private record Mark(double share, String words) {}
}
