package com.ailuxe.contact;

import com.ailuxe.shared.Letters;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The language in which something is written, where that is sure: by its script, or by the small
 * words without which no sentence of a language is made. A greeting or a name tells nothing.
 */
final class WrittenLanguage {
  private static final Map<String, Set<String>> SMALL_WORDS =
      Map.of(
          "en",
          words(
              "the a an and or of to in on at for from with is are be i we you me my us our it this that would"
                  + " could can like want need have please do what when how until people thank very"),
          "de",
          words(
              "der die das den dem ein eine einen einem und oder von zu zum zur in im am auf für mit ist sind wir"
                  + " ich sie mir mich uns es nicht bitte möchte hätte gern wäre haben bis uhr auch noch wie"),
          "fr",
          words(
              "le la les un une des du de et ou à au aux en dans pour avec est sont je nous vous me moi il ne"
                  + " pas que qui ce cette voudrais souhaite avoir être merci personnes plaît svp plutôt demain"),
          "es",
          words(
              "el la los las un una y o de del a al en para por con es son yo nosotros usted me que no quiero"
                  + " quisiera gracias favor personas hasta"),
          "it",
          words(
              "il lo la gli le un una e o di del della a al in per con è sono io noi lei mi che non vorrei"
                  + " grazie persone fino alle dalle"),
          "pt",
          words(
              "o os as um uma e ou de do da em no na para por com é são eu nós você me que não gostaria quero"
                  + " obrigado pessoas até"),
          "nl",
          words(
              "de het een en of van te in op voor met is zijn ik wij we u mij dat niet graag wil zou kunnen"
                  + " personen tot"),
          "ru",
          words(
              "и в на не я мы вы мне нам что как для с по из от до это бы хочу хотел хотела хотели нужен нужна"
                  + " можно пожалуйста здравствуйте спасибо человек"));
  private static final Pattern LETTERS = Pattern.compile("\\p{L}+");
  private static final Pattern NOT_RUSSIAN = Pattern.compile("[іїєґўђћљњџјѓќѕ]");
  private static final Pattern PERSIAN = Pattern.compile("[پچژگکی]");

  /** Letters that Russian has and no other language in Cyrillic letters. */
  private static final Pattern RUSSIAN = Pattern.compile("[ыэё]");

  private static final int FEWEST_LETTERS = 12;

  /** Where the script tells the language; a greeting has as many. */
  private static final int FEWEST_OF_ITS_SCRIPT = 4;

  private static final int FEWEST_WORDS = 3;
  private static final int LONGEST = 2000;

  private WrittenLanguage() {}

  /** An ISO 639 code; empty where it is not sure. */
  static Optional<String> of(String text) {
    var beginning = Letters.beginning(text, LONGEST);
    var words =
        LETTERS
            .matcher(beginning.toLowerCase(Locale.ROOT))
            .results()
            .map(word -> word.group())
            .toList();
    var letters = String.join("", words);
    if (letters.length() < FEWEST_OF_ITS_SCRIPT) {
      return Optional.empty();
    }
    if (isWrittenIn(Character.UnicodeScript.GREEK, letters)) {
      return Optional.of("el");
    }
    if (isWrittenIn(Character.UnicodeScript.HEBREW, letters)) {
      return Optional.of("he");
    }
    if (isWrittenIn(Character.UnicodeScript.CYRILLIC, letters)) {
      var isSure = letters.length() >= FEWEST_LETTERS || RUSSIAN.matcher(letters).find();
      return isSure && !NOT_RUSSIAN.matcher(letters).find() ? Optional.of("ru") : Optional.empty();
    }
    if (isWrittenIn(Character.UnicodeScript.ARABIC, letters)) {
      return PERSIAN.matcher(letters).find() ? Optional.empty() : Optional.of("ar");
    }
    return letters.length() < FEWEST_LETTERS
        ? Optional.empty()
        : bySmallWords(new HashSet<>(words));
  }

  private static boolean isWrittenIn(Character.UnicodeScript script, String letters) {
    var of =
        letters.codePoints().filter(letter -> Character.UnicodeScript.of(letter) == script).count();
    return of * 10 >= letters.codePoints().count() * 8;
  }

  /** The language of most of them, if no other has half as many; of two, if no other has any. */
  private static Optional<String> bySmallWords(Set<String> words) {
    var counts =
        SMALL_WORDS.entrySet().stream()
            .map(
                language ->
                    Map.entry(
                        language.getKey(),
                        language.getValue().stream().filter(words::contains).count()))
            .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
            .toList();
    var first = counts.getFirst();
    var second = counts.get(1);
    var fewest = second.getValue() == 0 ? FEWEST_WORDS - 1 : FEWEST_WORDS;
    return first.getValue() >= fewest && second.getValue() * 2 <= first.getValue()
        ? Optional.of(first.getKey())
        : Optional.empty();
  }

  private static Set<String> words(String words) {
    return Set.copyOf(Arrays.asList(words.split(" ")));
  }
}
