package com.ailuxe.rendering;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.openpdf.text.pdf.PdfWriter;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The XHTML of a document, read strictly and without anything from outside it. */
record Markup(String text, Element html) {
  /** XML has no way to write them; they come with words that are pasted. */
  private static final Pattern NO_CHARACTERS =
      Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

  static Markup read(String written) {
    var text = NO_CHARACTERS.matcher(written).replaceAll(" ");
    try {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setIgnoringComments(true);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new Strict());
      var html = builder.parse(new InputSource(new StringReader(text))).getDocumentElement();
      if (!html.getTagName().equals("html") || html.getAttribute("lang").isBlank()) {
        throw new TemplateFailed("A document starts with <html lang=\"…\">");
      }
      return new Markup(text, html);
    } catch (SAXParseException e) {
      throw new TemplateFailed(
          "Line %d of the document: %s".formatted(e.getLineNumber(), e.getMessage()), e);
    } catch (SAXException | IOException | ParserConfigurationException e) {
      throw new TemplateFailed("The document is not well-formed", e);
    }
  }

  Locale language() {
    return Locale.forLanguageTag(html.getAttribute("lang"));
  }

  /** One of OpenPDF's run directions. */
  int direction() {
    return html.getAttribute("dir").equals("rtl")
        ? PdfWriter.RUN_DIRECTION_RTL
        : PdfWriter.RUN_DIRECTION_LTR;
  }

  String title() {
    return only(only(html, "head"), "title").getTextContent().strip();
  }

  List<Element> blocks() {
    return children(only(html, "body"));
  }

  /** The elements in it; text between them is an error. */
  static List<Element> children(Element parent) {
    return nodes(parent).stream()
        .filter(node -> !(node.getNodeType() == Node.TEXT_NODE && node.getTextContent().isBlank()))
        .map(
            node -> {
              if (node instanceof Element element) {
                return element;
              }
              throw new TemplateFailed(
                  "Text outside of a paragraph in <%s>: %s"
                      .formatted(parent.getTagName(), node.getTextContent().strip()));
            })
        .toList();
  }

  static List<Node> nodes(Node parent) {
    var nodes = parent.getChildNodes();
    return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item).toList();
  }

  static TemplateFailed unexpected(Element element) {
    return new TemplateFailed(
        "No <%s> in <%s>".formatted(element.getTagName(), element.getParentNode().getNodeName()));
  }

  private static Element only(Element parent, String name) {
    return children(parent).stream()
        .filter(child -> child.getTagName().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new TemplateFailed("No <%s> in <%s>".formatted(name, parent.getTagName())));
  }

  /** Throws what the parser's own handler would print to the console. */
  private static final class Strict implements ErrorHandler {
    @Override
    public void warning(SAXParseException e) throws SAXException {
      throw e;
    }

    @Override
    public void error(SAXParseException e) throws SAXException {
      throw e;
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
      throw e;
    }
  }
}
