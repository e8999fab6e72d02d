package org.goodword.report;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** A rendered page as a strict reader sees it: one that is not well-formed does not parse. */
final class Page {
    private final Document document;

    private Page(Document document) {
        this.document = document;
    }

    static Page of(String html) {
        try {
            var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return new Page(builder.parse(new InputSource(new StringReader(html))));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new AssertionError("not well-formed: " + e.getMessage(), e);
        }
    }

    List<Element> all(String tag) {
        var found = document.getElementsByTagName(tag);
        var elements = new ArrayList<Element>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    List<String> texts(String tag) {
        return all(tag).stream().map(Page::text).toList();
    }

    /** The text of the section of that class, on one line; empty when there is none. */
    String section(String name) {
        return all("section").stream()
                .filter(section -> section.getAttribute("class").equals(name))
                .map(Page::text)
                .findFirst()
                .orElse("");
    }

    private static String text(Element element) {
        return element.getTextContent()
                .replace('\u00a0', ' ')
                .replaceAll("\\s+", " ")
                .trim();
    }
}
