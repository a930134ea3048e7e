package com.ailuxe.rendering;

import com.ailuxe.shared.Sha256;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.GregorianCalendar;
import org.openpdf.text.Document;
import org.openpdf.text.PageSize;
import org.openpdf.text.pdf.PdfDate;
import org.openpdf.text.pdf.PdfEncryption;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;
import org.springframework.stereotype.Service;

/**
 * Sets a document in A4. The same mark-up and letterhead give the same bytes, because the hash of
 * the file is evidence.
 *
 * <p>The mark-up is a small part of XHTML, so that a browser shows a draft of it: {@code html} with
 * {@code lang} and {@code dir}; {@code head} with {@code title}; in {@code body} the blocks {@code
 * h1}, {@code h2}, {@code p} (with {@code class="lead"} under the title), {@code dl} for a table of
 * facts, {@code ol} for numbered clauses of {@code h3}, {@code p} and further {@code ol}, and
 * {@code section} for a framed block; in the text {@code strong}, {@code em}, {@code br}, and
 * {@code bdi} for a value with a direction of its own. Anything else is refused.
 */
@Service
public class PdfDocuments {
  private static final float SIDE = 70;
  private static final float TOP = 80;
  private static final float BOTTOM = 76;

  /**
   * @throws TemplateFailed when the mark-up is not as described above, or has letters that none of
   *     the fonts has
   */
  public byte[] pdf(String markup, Letterhead letterhead) {
    var source = Markup.read(markup);
    var typeface = new Typeface();
    var palette = Palette.of(letterhead.brand());
    var frame = new PageFrame(letterhead, source, typeface, palette);
    var bytes = new ByteArrayOutputStream();
    var document = new Document(PageSize.A4, SIDE, SIDE, TOP, BOTTOM);
    var writer = PdfWriter.getInstance(document, bytes);
    writer.setPdfVersion(PdfWriter.VERSION_1_7);
    writer.setPageEvent(frame);
    describe(writer, source, letterhead);
    document.open();
    new PdfLayout(typeface, palette, source.direction())
        .blocks(source, frame.letterheadHeight())
        .forEach(document::add);
    document.close();
    return bytes.toByteArray();
  }

  /**
   * The text with its code, for example {@code [U+6211]}, instead of each letter that none of the
   * fonts has: where something is better said so than not at all.
   */
  public String printable(String text) {
    return new Typeface().printable(text);
  }

  /** Whether every letter of the text, in plain letters, is in one of the fonts. */
  public boolean draws(String text) {
    return new Typeface().draws(text);
  }

  private static void describe(PdfWriter writer, Markup source, Letterhead letterhead) {
    var issued = new PdfDate(GregorianCalendar.from(letterhead.issuedAt()));
    var info = writer.getInfo();
    info.put(PdfName.TITLE, text(source.title() + " " + letterhead.number()));
    info.put(PdfName.AUTHOR, text(letterhead.name()));
    info.put(PdfName.SUBJECT, text(letterhead.number()));
    info.put(PdfName.CREATOR, text("AI LUXE"));
    info.put(PdfName.CREATIONDATE, issued);
    info.put(PdfName.MODDATE, issued);
    var id = documentId(source, letterhead);
    info.put(PdfName.FILEID, PdfEncryption.createInfoId(id, id));
    writer.getExtraCatalog().put(PdfName.LANG, text(source.language().toLanguageTag()));
    writer.setViewerPreferences(PdfWriter.DisplayDocTitle);
  }

  private static PdfString text(String value) {
    return new PdfString(value, PdfString.TEXT_UNICODE);
  }

  private static byte[] documentId(Markup source, Letterhead letterhead) {
    return Sha256.of((letterhead + source.text()).getBytes(StandardCharsets.UTF_8));
  }
}
