package com.ailuxe.rendering;

import com.ailuxe.rendering.Typeface.Cut;
import com.ailuxe.rendering.Typeface.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.Chunk;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The blocks of a mark-up as blocks of the page. Everything is a table, because in OpenPDF only a
 * table sets Arabic and Hebrew rightly, and can be kept in one piece.
 */
final class PdfLayout {
  private static final Style LEAD = Style.of(Cut.ITALIC, 11, Palette.GREY);
  private static final Style CLAUSE = Style.of(Cut.BOLD, 10, Palette.INK);
  private static final Style TEXT = Style.of(Cut.REGULAR, 10, Palette.INK);
  private static final Style LABEL = Style.of(Cut.ITALIC, 10, Palette.GREY);
  private static final float LEADING = 1.36f;

  /** Number, number of a clause within, text. */
  private static final float[] CLAUSES = {1, 1, 13};

  private static final float[] FACTS = {3, 10};

  private final Typeface typeface;
  private final Palette palette;
  private final int direction;
  private final Style title;
  private final Style heading;
  private final Style number;

  PdfLayout(Typeface typeface, Palette palette, int direction) {
    this.typeface = typeface;
    this.palette = palette;
    this.direction = direction;
    this.title = Style.of(Cut.REGULAR, 24, palette.title());
    this.heading = new Style(Cut.REGULAR, 11, palette.heading(), 1.4f);
    this.number = Style.of(Cut.REGULAR, 10, palette.heading());
  }

  /**
   * @param above how much lower than on other pages the text of the first page begins
   */
  List<PdfPTable> blocks(Markup source, float above) {
    var blocks = new ArrayList<PdfPTable>();
    blocks.add(space(above));
    source.blocks().forEach(block -> blocks.addAll(tables(block)));
    return blocks;
  }

  /** A heading above a table of facts is its first row, so that no page comes between them. */
  private List<PdfPTable> tables(Element block) {
    return switch (block.getTagName()) {
      case "ol" -> clauses(block);
      case "h2" -> isNeighbour(block, 1, "dl") ? List.of() : List.of(block(block));
      default -> List.of(block(block));
    };
  }

  private PdfPTable block(Element block) {
    return switch (block.getTagName()) {
      case "h1" -> one(cell(block, title, 1.2f, 0, 2));
      case "h2" -> one(heading(block));
      case "p" ->
          block.getAttribute("class").equals("lead")
              ? one(cell(block, LEAD, LEADING, 0, 14))
              : one(cell(block, TEXT, LEADING, 0, 6));
      case "dl" -> facts(block);
      case "section" -> framed(block);
      default -> throw Markup.unexpected(block);
    };
  }

  /** A heading stays with the paragraph after it, and a paragraph in one piece. */
  private List<PdfPTable> clauses(Element list) {
    var blocks = new ArrayList<PdfPTable>();
    var block = table(CLAUSES);
    for (var row : rows(list, "")) {
      row.cells().forEach(block::addCell);
      if (!row.heading()) {
        blocks.add(block);
        block = table(CLAUSES);
      }
    }
    return blocks;
  }

  private List<Row> rows(Element list, String prefix) {
    var rows = new ArrayList<Row>();
    var number = 0;
    for (var item : Markup.children(list)) {
      if (!item.getTagName().equals("li")) {
        throw Markup.unexpected(item);
      }
      number++;
      var label = prefix + number;
      for (var child : Markup.children(item)) {
        switch (child.getTagName()) {
          case "h3" -> rows.add(row(true, prefix, label, cell(child, CLAUSE, LEADING, 6, 1)));
          case "p" -> rows.add(row(false, prefix, label, cell(child, TEXT, LEADING, 0, 4)));
          case "ol" -> rows.addAll(rows(child, prefix + number + "."));
          default -> throw Markup.unexpected(child);
        }
        label = "";
      }
    }
    return rows;
  }

  private Row row(boolean heading, String prefix, String label, PdfPCell content) {
    var phrase = new Phrase();
    typeface.write(phrase, label, number);
    var numbered = filled(phrase, LEADING, content.getPaddingTop(), content.getPaddingBottom());
    if (prefix.isEmpty()) {
      content.setColspan(2);
      return new Row(heading, List.of(numbered, content));
    }
    return new Row(heading, List.of(bare(), numbered, content));
  }

  private PdfPTable facts(Element list) {
    var table = table(FACTS);
    if (isNeighbour(list, -1, "h2")) {
      var above = heading(neighbour(list, -1).orElseThrow());
      above.setColspan(FACTS.length);
      table.addCell(above);
    }
    for (var entry : Markup.children(list)) {
      var style =
          switch (entry.getTagName()) {
            case "dt" -> LABEL;
            case "dd" -> TEXT;
            default -> throw Markup.unexpected(entry);
          };
      var cell = cell(entry, style, LEADING, 3, 6);
      cell.setBorder(Rectangle.BOTTOM);
      cell.setBorderWidth(0.4f);
      cell.setBorderColor(palette.hairline());
      table.addCell(cell);
    }
    table.setSpacingAfter(8);
    return table;
  }

  private PdfPCell heading(Element block) {
    return cell(block, heading, 1.2f, 12, 5);
  }

  private static boolean isNeighbour(Element block, int distance, String name) {
    return neighbour(block, distance).map(Element::getTagName).filter(name::equals).isPresent();
  }

  private static Optional<Element> neighbour(Element block, int distance) {
    var all = Markup.children((Element) block.getParentNode());
    var index = all.indexOf(block) + distance;
    return index < 0 || index >= all.size() ? Optional.empty() : Optional.of(all.get(index));
  }

  private PdfPTable framed(Element section) {
    var cell = bare();
    cell.setBorder(Rectangle.BOX);
    cell.setBorderWidth(0.8f);
    cell.setBorderColor(palette.rule());
    cell.setPadding(12);
    cell.setPaddingTop(0);
    Markup.children(section).forEach(block -> tables(block).forEach(cell::addElement));
    var table = one(cell);
    table.setSpacingBefore(14);
    return table;
  }

  private PdfPTable one(PdfPCell cell) {
    var table = table(1);
    table.addCell(cell);
    return table;
  }

  private PdfPTable space(float height) {
    var cell = bare();
    cell.setFixedHeight(height);
    return one(cell);
  }

  /**
   * @param columns their relative widths in reading order
   */
  private PdfPTable table(float... columns) {
    var widths = columns.clone();
    if (direction == PdfWriter.RUN_DIRECTION_RTL) {
      for (var i = 0; i < columns.length; i++) {
        widths[i] = columns[columns.length - 1 - i];
      }
    }
    var table = new PdfPTable(widths);
    table.setWidthPercentage(100);
    table.setRunDirection(direction);
    table.setKeepTogether(true);
    return table;
  }

  private PdfPCell cell(Element block, Style style, float leading, float above, float below) {
    var phrase = new Phrase();
    inline(phrase, block, style);
    return filled(phrase, leading, above, below);
  }

  private PdfPCell filled(Phrase phrase, float leading, float above, float below) {
    var cell = bare();
    cell.setPhrase(phrase);
    cell.setLeading(0, leading);
    cell.setPaddingTop(above);
    cell.setPaddingBottom(below);
    return cell;
  }

  private PdfPCell bare() {
    var cell = new PdfPCell();
    cell.setBorder(Rectangle.NO_BORDER);
    cell.setPadding(0);
    cell.setRunDirection(direction);
    return cell;
  }

  private void inline(Phrase phrase, Element block, Style style) {
    for (var node : Markup.nodes(block)) {
      if (node.getNodeType() == Node.TEXT_NODE) {
        typeface.write(phrase, spaced(node), style);
      } else if (node instanceof Element element) {
        switch (element.getTagName()) {
          case "strong" -> inline(phrase, element, style.with(Cut.BOLD));
          case "em" -> inline(phrase, element, style.with(Cut.ITALIC));
          case "br" -> phrase.add(new Chunk("\n"));
          case "bdi" -> typeface.write(phrase, Typeface.isolated(text(element)), style);
          default -> throw Markup.unexpected(element);
        }
      }
    }
  }

  private static String text(Element value) {
    if (!Markup.nodes(value).stream().allMatch(node -> node.getNodeType() == Node.TEXT_NODE)) {
      throw new TemplateFailed("Only text in <bdi>: " + value.getTextContent());
    }
    return value.getTextContent();
  }

  /** White space as XHTML reads it: one space, and none at the ends of a block or a line. */
  private static String spaced(Node node) {
    var text = node.getTextContent().replaceAll("[ \\t\\r\\n]+", " ");
    if (endsLine(node.getPreviousSibling(), node.getParentNode())) {
      text = text.stripLeading();
    }
    if (endsLine(node.getNextSibling(), node.getParentNode())) {
      text = text.stripTrailing();
    }
    return text;
  }

  private static boolean endsLine(@Nullable Node neighbour, Node parent) {
    return neighbour == null
        ? !List.of("strong", "em").contains(parent.getNodeName())
        : neighbour.getNodeName().equals("br");
  }

  /** A line of a clause; a heading is never the last on a page. */
  private record Row(boolean heading, List<PdfPCell> cells) {}
}
