package com.ailuxe.rendering;

import static java.util.stream.Collectors.joining;

import com.ailuxe.shared.Letters;
import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openpdf.text.Chunk;
import org.openpdf.text.Font;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.BaseFont;

/**
 * The embedded fonts of one document. Letters that the serif does not have, Arabic for example, are
 * taken from a sans serif; letters that only look different are drawn as plain ones; symbols that
 * neither has are left out; a letter that neither has is an error, because a contract must not lose
 * a part of a name.
 */
final class Typeface {
  private static final char LEFT_TO_RIGHT_MARK = '\u200e';
  private static final char RIGHT_TO_LEFT_MARK = '\u200f';

  /** The gap between a letter and its accent, in thousandths of the font's size. */
  private static final float ACCENT_GAP = 40;

  /**
   * Accented letters of scripts that are written from the left; those from the right are shaped as
   * they are.
   */
  private static final Pattern ACCENTED =
      Pattern.compile("[\\p{IsLatin}\\p{IsGreek}\\p{IsCyrillic}]\\p{Mn}+");

  private static final String LIBERATION = "liberation/LiberationSerif-";
  private static final String DEJAVU = "net/sf/jasperreports/fonts/dejavu/DejaVuSans";
  private static final Map<String, byte[]> FILES = new ConcurrentHashMap<>();

  /** The cuts of the serif, each with the upright sans that stands in: Arabic has no italics. */
  enum Cut {
    REGULAR("Regular", ""),
    BOLD("Bold", "-Bold"),
    ITALIC("Italic", ""),
    BOLD_ITALIC("BoldItalic", "-Bold");

    private final List<String> files;

    Cut(String serif, String sans) {
      files = List.of(LIBERATION + serif + ".ttf", DEJAVU + sans + ".ttf");
    }
  }

  /**
   * @param tracking space between the letters, in points
   */
  record Style(Cut cut, float size, Color color, float tracking) {
    static Style of(Cut cut, float size, Color color) {
      return new Style(cut, size, color, 0);
    }

    Style smaller() {
      return new Style(cut, size * 0.97f, color, tracking * 0.9f);
    }

    Style with(Cut other) {
      return new Style(other, size, color, tracking);
    }
  }

  private final Map<String, BaseFont> fonts = new HashMap<>();

  /**
   * The text between marks of its own direction, which is that of its first letter, so that nothing
   * around it turns it.
   */
  static String isolated(String text) {
    var mark =
        text.codePoints()
                .filter(Character::isLetter)
                .limit(1)
                .map(Character::getDirectionality)
                .anyMatch(Typeface::isRightToLeft)
            ? RIGHT_TO_LEFT_MARK
            : LEFT_TO_RIGHT_MARK;
    return mark + text + mark;
  }

  /** The text with the code instead of each letter that no font has, and without controls. */
  String printable(String text) {
    return text.codePoints()
        .filter(codePoint -> !Character.isISOControl(codePoint) || "\t\n\r".indexOf(codePoint) >= 0)
        .mapToObj(
            codePoint ->
                !Character.isLetterOrDigit(codePoint)
                        || fonts(Cut.REGULAR).anyMatch(font -> font.charExists(codePoint))
                    ? Character.toString(codePoint)
                    : "[U+%04X]".formatted(codePoint))
        .collect(joining());
  }

  private static boolean isRightToLeft(int directionality) {
    return directionality == Character.DIRECTIONALITY_RIGHT_TO_LEFT
        || directionality == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
  }

  /** Whether each letter, accent and digit of the text, in plain letters, has a font. */
  boolean draws(String text) {
    return Letters.plain(text)
        .codePoints()
        .filter(codePoint -> Character.isLetterOrDigit(codePoint) || isAccent(codePoint))
        .allMatch(codePoint -> fonts(Cut.REGULAR).anyMatch(font -> font.charExists(codePoint)));
  }

  private static boolean isAccent(int codePoint) {
    return Character.getType(codePoint) == Character.NON_SPACING_MARK;
  }

  /** Adds the text to the phrase, in plain letters and as many fonts as it needs. */
  void write(Phrase phrase, String text, Style style) {
    var plain = Letters.plain(text);
    var accented = ACCENTED.matcher(plain);
    var written = 0;
    while (accented.find()) {
      writeRun(phrase, plain.substring(written, accented.start()), style);
      writeAccented(phrase, accented.group(), style);
      written = accented.end();
    }
    writeRun(phrase, plain.substring(written), style);
  }

  private void writeRun(Phrase phrase, String text, Style style) {
    var current = fonts(style.cut()).findFirst().orElseThrow();
    var run = new StringBuilder();
    for (var codePoint : text.codePoints().toArray()) {
      var font = fontOf(codePoint, current, style.cut());
      if (font.isEmpty()) {
        continue;
      }
      if (font.get() != current) {
        add(phrase, run, current, style);
        current = font.get();
      }
      run.appendCodePoint(codePoint);
    }
    add(phrase, run, current, style);
  }

  /**
   * A letter with accents for which there is no one character: fonts place such an accent beside
   * the letter, so it is moved to the middle of the letter, and away from what stands there.
   */
  private void writeAccented(Phrase phrase, String text, Style style) {
    var glyphs = new ArrayList<Glyph>();
    for (var codePoint : text.codePoints().toArray()) {
      fontOf(codePoint, fonts(style.cut()).findFirst().orElseThrow(), style.cut())
          .map(font -> new Glyph(font, codePoint))
          .ifPresent(glyphs::add);
    }
    var letter = glyphs.getFirst();
    var top = letter.top();
    var bottom = letter.bottom();
    var at = 0f;
    for (var i = 0; i < glyphs.size(); i++) {
      var glyph = glyphs.get(i);
      var isLast = i + 1 == glyphs.size();
      var next =
          isLast
              ? letter.width() + style.tracking() * 1000 / style.size()
              : letter.middle() - glyphs.get(i + 1).middle();
      var rise = 0f;
      if (i > 0 && glyph.bottom() > 0) {
        rise = Math.max(0, top + ACCENT_GAP - glyph.bottom());
        top = glyph.top() + rise;
      } else if (i > 0 && glyph.top() <= 0) {
        rise = Math.min(0, bottom - ACCENT_GAP - glyph.top());
        bottom = glyph.bottom() + rise;
      }
      var chunk =
          new Chunk(
              Character.toString(glyph.codePoint()),
              new Font(glyph.font(), style.size(), Font.NORMAL, style.color()));
      chunk.setCharacterSpacing((next - at - glyph.width()) * style.size() / 1000);
      chunk.setTextRise(rise * style.size() / 1000);
      phrase.add(chunk);
      at = next;
    }
  }

  /** A drawn letter or accent; lengths are in thousandths of the font's size. */
  private record Glyph(BaseFont font, int codePoint) {
    float width() {
      return font.getWidth(codePoint);
    }

    float middle() {
      return (box()[0] + box()[2]) / 2f;
    }

    float bottom() {
      return box()[1];
    }

    float top() {
      return box()[3];
    }

    private int[] box() {
      var box = font.getCharBBox(codePoint);
      return box == null ? new int[] {0, 0, font.getWidth(codePoint), 0} : box;
    }
  }

  /**
   * The font of a letter: between letters of one font is nothing of another; marks of direction
   * have no glyph.
   */
  private Optional<BaseFont> fontOf(int codePoint, BaseFont current, Cut cut) {
    var isLetter = Character.isLetter(codePoint);
    if (!isLetter && (isMark(codePoint) || current.charExists(codePoint))) {
      return Optional.of(current);
    }
    var font = fonts(cut).filter(each -> each.charExists(codePoint)).findFirst();
    if (font.isEmpty() && (isLetter || Character.isDigit(codePoint))) {
      throw new NoFontForLetter(codePoint);
    }
    return font;
  }

  private static boolean isMark(int codePoint) {
    return codePoint == LEFT_TO_RIGHT_MARK || codePoint == RIGHT_TO_LEFT_MARK;
  }

  private static void add(Phrase phrase, StringBuilder run, BaseFont font, Style style) {
    if (!run.isEmpty()) {
      var chunk =
          new Chunk(run.toString(), new Font(font, style.size(), Font.NORMAL, style.color()));
      if (style.tracking() > 0 && !hasJoinedLetters(run)) {
        chunk.setCharacterSpacing(style.tracking());
      }
      phrase.add(chunk);
      run.setLength(0);
    }
  }

  /** Space between the letters would tear Arabic apart. */
  private static boolean hasJoinedLetters(StringBuilder run) {
    return run.codePoints()
        .mapToObj(Character.UnicodeScript::of)
        .anyMatch(Character.UnicodeScript.ARABIC::equals);
  }

  /** Read one by one, as they are wanted: to read one costs as much as to set a page. */
  private Stream<BaseFont> fonts(Cut cut) {
    return cut.files.stream().map(file -> fonts.computeIfAbsent(file, Typeface::load));
  }

  private static BaseFont load(String file) {
    try {
      var font =
          BaseFont.createFont(
              file,
              BaseFont.IDENTITY_H,
              BaseFont.EMBEDDED,
              false,
              FILES.computeIfAbsent(file, Typeface::read),
              null);
      font.setSecureRandom(new FixedSubsetTag(file));
      return font;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] read(String file) {
    try (var stream = Typeface.class.getClassLoader().getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException("No font " + file);
      }
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The six letters that PDF wants before the name of a partly embedded font are random in OpenPDF;
   * here they follow from the font's file, so that the bytes of a document are always the same.
   */
  private static final class FixedSubsetTag extends SecureRandom {
    private final Random letters;

    FixedSubsetTag(String file) {
      letters = new Random(file.hashCode());
    }

    @Override
    public double nextDouble() {
      return letters.nextDouble();
    }
  }
}
