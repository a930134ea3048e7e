package com.ailuxe.rendering;

import com.ailuxe.rendering.Typeface.Cut;
import com.ailuxe.rendering.Typeface.Style;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Image;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfTemplate;
import org.openpdf.text.pdf.PdfWriter;

/** Draws what stands around the text: letterhead on the first page, name and foot on the others. */
final class PageFrame extends PdfPageEventHelper {
  private static final Style ADDRESS = new Style(Cut.REGULAR, 7.5f, Palette.GREY, 1.2f);
  private static final Style RUNNING_NAME = new Style(Cut.REGULAR, 8, Palette.GREY, 2.4f);
  private static final Style FOOT = new Style(Cut.REGULAR, 8, Palette.GREY, 0.4f);
  private static final float PAGE_COUNT_WIDTH = 60;
  private static final float HEIGHT = 46;
  private static final float LOGO_WIDTH = 180;
  private static final float LOGO_HEIGHT = 48;
  private static final float UNDER_LOGO = 24;

  private final Letterhead letterhead;
  private final Markup source;
  private final Typeface typeface;
  private final Palette palette;
  private final @Nullable Image logo;
  private final List<PdfTemplate> pageCounts = new ArrayList<>();

  PageFrame(Letterhead letterhead, Markup source, Typeface typeface, Palette palette) {
    this.letterhead = letterhead;
    this.source = source;
    this.typeface = typeface;
    this.palette = palette;
    this.logo = logo(letterhead.brand().logo());
  }

  /** How much lower than on other pages the text of the first page begins. */
  float letterheadHeight() {
    return HEIGHT + logoHeight();
  }

  @Override
  public void onEndPage(PdfWriter writer, Document document) {
    var canvas = writer.getDirectContent();
    var page = document.getPageSize();
    var centre = (document.left() + document.right()) / 2;
    if (writer.getPageNumber() == 1) {
      var name = new Style(Cut.REGULAR, 21, palette.title(), 5.5f);
      var top = page.getTop() - 68 - logoHeight();
      if (logo != null) {
        logo.setAbsolutePosition(centre - logo.getScaledWidth() / 2, top + UNDER_LOGO);
        canvas.addImage(logo);
      }
      centred(canvas, document, capitals(letterhead.name()), name, top);
      centred(canvas, document, letterhead.address(), ADDRESS, top - 19);
      ornament(canvas, document, centre, top - 34);
    } else {
      centred(canvas, document, capitals(letterhead.name()), RUNNING_NAME, page.getTop() - 50);
      line(canvas, document.left(), document.right(), page.getTop() - 60, 0.4f);
    }
    foot(canvas, document, centre);
  }

  /** How many pages there are is known only now. */
  @Override
  public void onCloseDocument(PdfWriter writer, Document document) {
    for (var page = 1; page <= pageCounts.size(); page++) {
      show(
          pageCounts.get(page - 1),
          Element.ALIGN_RIGHT,
          page + " / " + pageCounts.size(),
          FOOT,
          PAGE_COUNT_WIDTH,
          FOOT.size());
    }
  }

  private void foot(PdfContentByte canvas, Document document, float centre) {
    var y = document.bottomMargin() - 34;
    line(canvas, document.left(), document.right(), y + 14, 0.4f);
    var day = new Wording(source.language()).write(letterhead.issuedAt().toLocalDate());
    show(canvas, Element.ALIGN_LEFT, letterhead.number(), FOOT, document.left(), y);
    show(canvas, Element.ALIGN_CENTER, day, FOOT, centre, y);
    var pageCount = canvas.createTemplate(PAGE_COUNT_WIDTH, 3 * FOOT.size());
    canvas.addTemplate(pageCount, document.right() - PAGE_COUNT_WIDTH, y - FOOT.size());
    pageCounts.add(pageCount);
  }

  /** A rule with a diamond in the middle. */
  private void ornament(PdfContentByte canvas, Document document, float centre, float y) {
    line(canvas, document.left(), centre - 9, y, 0.8f);
    line(canvas, centre + 9, document.right(), y, 0.8f);
    canvas.saveState();
    canvas.setColorFill(palette.rule());
    canvas.moveTo(centre, y + 3);
    canvas.lineTo(centre + 3, y);
    canvas.lineTo(centre, y - 3);
    canvas.lineTo(centre - 3, y);
    canvas.fill();
    canvas.restoreState();
  }

  private void line(PdfContentByte canvas, float from, float to, float y, float width) {
    canvas.saveState();
    canvas.setColorStroke(palette.rule());
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
    typeface.write(phrase, Typeface.isolated(text), style);
    return phrase;
  }

  private float logoHeight() {
    return logo == null ? 0 : logo.getScaledHeight() + UNDER_LOGO - 18;
  }

  private static @Nullable Image logo(byte @Nullable [] content) {
    if (content == null) {
      return null;
    }
    try {
      var image = Image.getInstance(content);
      image.scaleToFit(LOGO_WIDTH, LOGO_HEIGHT);
      return image;
    } catch (IOException | RuntimeException e) {
      throw new TemplateFailed("The logo of the house cannot be read: " + e.getMessage(), e);
    }
  }

  private static String capitals(String text) {
    return text.toUpperCase(Locale.ROOT);
  }
}
