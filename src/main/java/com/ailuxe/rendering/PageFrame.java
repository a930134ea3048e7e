package com.ailuxe.rendering;

import com.ailuxe.rendering.Typeface.Cut;
import com.ailuxe.rendering.Typeface.Style;
import java.util.Locale;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfWriter;

/** Draws what stands around the text: letterhead on the first page, name and foot on the others. */
final class PageFrame extends PdfPageEventHelper {
  /** How much lower than on other pages the text of the first page begins. */
  static final float LETTERHEAD_HEIGHT = 46;

  private static final Style NAME = new Style(Cut.REGULAR, 21, Typeface.INK, 5.5f);
  private static final Style ADDRESS = new Style(Cut.REGULAR, 7.5f, Typeface.GREY, 1.2f);
  private static final Style RUNNING_NAME = new Style(Cut.REGULAR, 8, Typeface.GREY, 2.4f);
  private static final Style FOOT = new Style(Cut.REGULAR, 8, Typeface.GREY, 0.4f);

  private final Letterhead letterhead;
  private final Markup source;
  private final Typeface typeface;
  private final int pages;

  PageFrame(Letterhead letterhead, Markup source, Typeface typeface, int pages) {
    this.letterhead = letterhead;
    this.source = source;
    this.typeface = typeface;
    this.pages = pages;
  }

  @Override
  public void onEndPage(PdfWriter writer, Document document) {
    var canvas = writer.getDirectContent();
    var page = document.getPageSize();
    var centre = (document.left() + document.right()) / 2;
    if (writer.getPageNumber() == 1) {
      var top = page.getTop() - 68;
      centred(canvas, document, capitals(letterhead.name()), NAME, top);
      centred(canvas, document, letterhead.address(), ADDRESS, top - 19);
      ornament(canvas, document, centre, top - 34);
    } else {
      centred(canvas, document, capitals(letterhead.name()), RUNNING_NAME, page.getTop() - 50);
      line(canvas, document.left(), document.right(), page.getTop() - 60, 0.4f);
    }
    foot(canvas, document, centre, writer.getPageNumber());
  }

  private void foot(PdfContentByte canvas, Document document, float centre, int page) {
    var y = document.bottomMargin() - 34;
    line(canvas, document.left(), document.right(), y + 14, 0.4f);
    var day = new Wording(source.language()).write(letterhead.issuedAt().toLocalDate());
    show(canvas, Element.ALIGN_LEFT, letterhead.number(), FOOT, document.left(), y);
    show(canvas, Element.ALIGN_CENTER, day, FOOT, centre, y);
    show(canvas, Element.ALIGN_RIGHT, page + " / " + pages, FOOT, document.right(), y);
  }

  /** A rule with a diamond in the middle. */
  private static void ornament(PdfContentByte canvas, Document document, float centre, float y) {
    line(canvas, document.left(), centre - 9, y, 0.8f);
    line(canvas, centre + 9, document.right(), y, 0.8f);
    canvas.saveState();
    canvas.setColorFill(Typeface.GOLD);
    canvas.moveTo(centre, y + 3);
    canvas.lineTo(centre + 3, y);
    canvas.lineTo(centre, y - 3);
    canvas.lineTo(centre - 3, y);
    canvas.fill();
    canvas.restoreState();
  }

  private static void line(PdfContentByte canvas, float from, float to, float y, float width) {
    canvas.saveState();
    canvas.setColorStroke(Typeface.GOLD);
    canvas.setLineWidth(width);
    canvas.moveTo(from, y);
    canvas.lineTo(to, y);
    canvas.stroke();
    canvas.restoreState();
  }

  /** Smaller where it is too long; the space after the last letter does not count. */
  private void centred(
      PdfContentByte canvas, Document document, String text, Style wanted, float y) {
    var style = wanted;
    while (ColumnText.getWidth(phrase(text, style)) > document.right() - document.left()) {
      style = style.smaller();
    }
    var centre = (document.left() + document.right()) / 2;
    show(canvas, Element.ALIGN_CENTER, text, style, centre + style.tracking() / 2, y);
  }

  private void show(
      PdfContentByte canvas, int alignment, String text, Style style, float x, float y) {
    ColumnText.showTextAligned(
        canvas, alignment, phrase(text, style), x, y, 0, source.direction(), 0);
  }

  private Phrase phrase(String text, Style style) {
    var phrase = new Phrase();
    typeface.write(phrase, text, style);
    return phrase;
  }

  private static String capitals(String text) {
    return text.toUpperCase(Locale.ROOT);
  }
}
