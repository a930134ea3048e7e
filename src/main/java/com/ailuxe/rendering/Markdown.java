package com.ailuxe.rendering;

import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;

/**
 * Markdown as the forms of staff have it: a new line is a new line. HTML in it is shown as it is
 * written, an image is its description, and an address leads somewhere only where it is one of the
 * web, of mail or of this site.
 */
public final class Markdown {
  private static final Parser PARSER = Parser.builder().build();
  private static final HtmlRenderer HTML =
      HtmlRenderer.builder()
          .escapeHtml(true)
          .sanitizeUrls(true)
          .softbreak("<br />\n")
          .nodeRendererFactory(WithoutImages::new)
          .build();
  private static final TextContentRenderer TEXT =
      TextContentRenderer.builder().lineBreakRendering(LineBreakRendering.STRIP).build();

  private Markdown() {}

  /** The text as HTML that is safe in a page. */
  public static String html(String markdown) {
    return HTML.render(PARSER.parse(markdown));
  }

  /** The words alone, on one line. */
  public static String words(String markdown) {
    return TEXT.render(PARSER.parse(markdown)).strip();
  }
}
