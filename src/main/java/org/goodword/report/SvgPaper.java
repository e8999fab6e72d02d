package org.goodword.report;

import java.awt.Dimension;
import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.ext.awt.g2d.AbstractGraphics2D;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.jfree.chart.JFreeChart;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Draws a chart on Batik's SVG graphics and keeps of the result what was drawn: shapes and real text, each with a class
 * instead of colours and fonts, so that the page's style sheet decides. The same chart gives the same bytes.
 */
final class SvgPaper {
    private static final String SVG = "http://www.w3.org/2000/svg";

    private final JFreeChart chart;
    private final int width;
    private final int height;
    private final String hatch;

    private SvgPaper(JFreeChart chart, int width, int height) {
        this.chart = chart;
        this.width = width;
        this.height = height;
        this.hatch = "growing-" + width;
    }

    /**
     * @param name a class for the style sheet
     * @param words what the chart says, for those who do not see it
     * @throws Error or a RuntimeException where the machine has no font installed: AWT cannot measure text there
     */
    static String draw(JFreeChart chart, int width, int height, String name, String words) {
        return new SvgPaper(chart, width, height).svg(name, words);
    }

    private String svg(String name, String words) {
        var shapes = new ArrayList<String>();
        collect(drawn(), Map.of(), shapes);
        return """
                <svg xmlns="%s" class="chart %s" viewBox="0 0 %d %d" role="img" aria-label="%s">
                %s%s
                </svg>""".formatted(SVG, name, width, height, Html.escape(words), pattern(shapes), String.join("\n", shapes));
    }

    private Element drawn() {
        var context = SVGGeneratorContext.createDefault(document());
        context.setPrecision(1);
        var graphics = new Centred(context);
        graphics.setSVGCanvasSize(new Dimension(width, height));
        drawOn(graphics);
        return graphics.getRoot();
    }

    /** Named by its Batik type, so that the build sees that its jar is needed to compile. */
    private void drawOn(AbstractGraphics2D graphics) {
        chart.draw(graphics, new Rectangle2D.Double(0, 0, width, height));
    }

    private static Document document() {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument(SVG, "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("this Java has no XML document builder", e);
        }
    }

    private void collect(Node node, Map<String, String> inherited, List<String> shapes) {
        for (var child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (!(child instanceof Element element) || element.getTagName().equals("defs")) {
                continue;
            }
            var attributes = attributes(element, inherited);
            if (SvgShape.isOne(element.getTagName())) {
                new SvgShape(element.getTagName(), attributes, element.getTextContent())
                        .svg(hatch)
                        .ifPresent(shapes::add);
            } else {
                collect(element, attributes, shapes);
            }
        }
    }

    private static Map<String, String> attributes(Element element, Map<String, String> inherited) {
        var all = new LinkedHashMap<>(inherited);
        var own = element.getAttributes();
        for (int i = 0; i < own.getLength(); i++) {
            all.put(own.item(i).getNodeName(), own.item(i).getNodeValue());
        }
        return all;
    }

    private String pattern(List<String> shapes) {
        if (shapes.stream().noneMatch(shape -> shape.contains(hatch))) {
            return "";
        }
        return """
                <defs><pattern id="%s" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">\
                <path class="stroke-accent" stroke-width="3.2" d="M0 0V6"/></pattern></defs>
                """.formatted(hatch);
    }

    /**
     * The reader's font is not the one measured with here. So text is put where its middle belongs (a scale's figures: its
     * end) and the style sheet anchors it there.
     */
    private static final class Centred extends SVGGraphics2D {
        Centred(SVGGeneratorContext context) {
            super(context, false);
        }

        @Override
        public void drawString(String text, float x, float y) {
            var width = getFontMetrics().stringWidth(text);
            super.drawString(text, x + (getPaint().equals(Ink.SCALE.color) ? width : width / 2f), y);
        }
    }

    /** What text is measured with; what it is set in is the style sheet's affair. */
    static Font font() {
        return new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    }
}
