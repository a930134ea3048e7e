package com.ailuxe.rendering;

import static java.util.stream.Collectors.joining;

import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.openpdf.text.Chunk;
import org.openpdf.text.Font;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.BaseFont;

/**
 * The embedded fonts of one document. Letters that the serif does not have, Arabic for example, are
 * taken from a sans serif; symbols that neither has are left out; a letter that neither has is an
 * error, because a contract must not lose a part of a name.
 */
final class Typeface {
  private static final char LEFT_TO_RIGHT_MARK = '\u200e';
  private static final char RIGHT_TO_LEFT_MARK = '\u200f';

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

  /** Adds the text to the phrase, in as many fonts as it needs. */
  void write(Phrase phrase, String text, Style style) {
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

  /** Between letters of one font stands nothing of another; marks of direction have no glyph. */
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
