package com.ailuxe.concierge.reading;

import com.ailuxe.concierge.TurnContext.Offer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds which of the agency's offers a contact means, by name, by kind and by city; forgives case,
 * plural, articles and small slips of the finger.
 */
public final class TalentMatcher {
  /**
   * @param talent the name of one offer, or a kind of which there are several
   * @param candidates the offers that fit
   * @param exact whether it was spelt as in the list
   * @param several whether more than one of a kind is wished for
   * @param wanted something the agency does not offer, for example "helicopter"
   */
  public record Reading(
      @Nullable String talent,
      List<Offer> candidates,
      boolean exact,
      boolean several,
      @Nullable String wanted) {
    public static final Reading NONE = new Reading(null, List.of(), true, false, null);

    public boolean says() {
      return talent != null || !candidates.isEmpty() || wanted != null;
    }

    private static Reading of(Offer offer, boolean exact, boolean several) {
      return new Reading(offer.name(), List.of(offer), exact, several, null);
    }
  }

  private static final Map<String, List<String>> TABLE = Table.read("services.properties");
  private static final List<String> OFTEN_WANTED = TABLE.getOrDefault("often-wanted", List.of());
  private static final Set<String> SERVICES =
      TABLE.values().stream()
          .flatMap(Collection::stream)
          .flatMap(service -> Arrays.stream(service.split(" ")))
          .collect(Collectors.toUnmodifiableSet());
  private static final Pattern SENTENCE_START = Pattern.compile("(?:^|[.!?\\n:][^\\w]*)$");
  private static final Pattern LINE_START = Pattern.compile("(?:^|\\n)\\W*(?:the |with )?$");
  private static final Pattern PREPOSITION =
      Pattern.compile(
          "\\b(?:in|to|from|at|near|of|on|off|via|around|until|till|by|since|early|late|mid|next|this"
              + "|last|\\d{1,2}(?:st|nd|rd|th)?)[ -]$");

  /** Somebody else's name: "my wife Martha", "this is Marcus". */
  private static final Pattern INTRODUCED =
      Pattern.compile(
          "\\b(?:my name is|this is|i am|i'm|signed|regards,?|sincerely,?|mrs?|dr|(?:my|our) "
              + GuestReader.RELATIVE
              + ",?)[. \\n]{1,2}(?<name>\\p{L}[\\p{L}'-]*)");

  /** Words that make a name somebody else's, whatever it is like. */
  private static final Pattern RELATED =
      Pattern.compile(
          "\\b(?:my name is|(?:my|our) "
              + GuestReader.RELATIVE
              + ",?|(?:regards|wishes|sincerely|yours|cheers),?|i am|i'm)[ \\n]{1,2}(?<name>\\p{L}[\\p{L}'-]*)");

  private static final Pattern SPEAKING =
      Pattern.compile("\\bthis is (?<name>\\p{L}[\\p{L}'-]*)(?=,|\\.| from | speaking| here)");

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\d][\\p{L}\\d'-]*");
  private static final Pattern WANTS =
      Pattern.compile(
          "\\b(?:book|need|want|like|rent|hire|reserve|charter|arrange|looking for|is there|are there|offer|provide|organi[sz]e|order|get|have)\\b");

  private static final Pattern COUNTED =
      Pattern.compile(
          "\\b(?:[2-9]|1\\d|two|three|four|five|several|both) (?<kind>[a-z]{2,20}s)\\b");
  private static final Set<String> HOMONYMS = Zones.homonyms("offer");
  private static final Set<String> PLURAL = Set.of("", "s", "es");
  private static final int WORDS = 2000;

  private final List<Offer> offers;

  public TalentMatcher(List<Offer> offers) {
    this.offers = offers;
  }

  /**
   * What is spelt as in the list, in the part of the text that no other reader has taken.
   *
   * @param known the talent or kind that was named before, which a city or "any" may decide
   */
  public Reading read(Utterance text, @Nullable String known) {
    var found = read(text, ours(text, word -> false), true);
    if (!found.candidates().isEmpty()) {
      return found;
    }
    if (known != null && offersOf(known).size() > 1) {
      return decide(text, offersOf(known));
    }
    return new Reading(null, List.of(), true, false, wanted(text));
  }

  /**
   * What may be meant with slips of the finger. A word that means something by itself is no slip,
   * so this is for what is left when {@link #read} found nothing and all others have read.
   */
  public Reading guess(Utterance text) {
    var introduced = text.find(INTRODUCED).stream().map(name -> name.start("name")).toList();
    var words =
        ours(
            text,
            word -> !introduced.contains(word.start()) && !isService(Word.plain(word.group())));
    return read(text, words, false);
  }

  /** The words of a text but for the names of the contact's own people. */
  private static List<Word> ours(Utterance text, Predicate<MatchResult> maySlip) {
    var related =
        Stream.of(RELATED, SPEAKING)
            .flatMap(pattern -> text.find(pattern).stream())
            .map(name -> name.start("name"))
            .toList();
    return wordsOf(text.open(), maySlip).stream()
        .filter(word -> !related.contains(word.start()))
        .toList();
  }

  private Reading read(Utterance text, List<Word> words, boolean exact) {
    var byName = bestByName(text, words);
    if (byName.size() == 1) {
      return Reading.of(byName.getFirst(), exact, several(text, byName));
    }
    var found = byName.isEmpty() ? byKind(words) : byName;
    if (found.isEmpty()) {
      return Reading.NONE;
    }
    var inCity = found.stream().filter(offer -> mentionsCity(text, offer.city())).toList();
    var candidates = inCity.isEmpty() ? found : inCity;
    if (candidates.size() == 1) {
      return Reading.of(candidates.getFirst(), exact, several(text, candidates));
    }
    var kinds = candidates.stream().map(Offer::kind).distinct().toList();
    return new Reading(
        kinds.size() == 1 ? kinds.getFirst() : null,
        candidates,
        exact,
        several(text, candidates),
        null);
  }

  /** The offers a name or kind stands for. */
  public List<Offer> offersOf(String talent) {
    var byName = offers.stream().filter(offer -> offer.name().equalsIgnoreCase(talent)).toList();
    return byName.isEmpty()
        ? offers.stream().filter(offer -> offer.kind().equalsIgnoreCase(talent)).toList()
        : byName;
  }

  private static final Pattern ANY =
      Pattern.compile(
          "\\b(?:any|either|whichever|no preference|you (?:choose|decide|pick)|your choice|don't mind|do not mind"
              + "|surprise (?:me|us)|the first(?: one)?|whatever)\\b");
  private static final Pattern SECOND = Pattern.compile("\\bthe (?:second|2nd|other)(?: one)?\\b");

  private static Reading decide(Utterance text, List<Offer> candidates) {
    var inCity = candidates.stream().filter(offer -> mentionsCity(text, offer.city())).toList();
    if (inCity.size() == 1) {
      return Reading.of(inCity.getFirst(), true, false);
    }
    if (text.has(SECOND)) {
      return Reading.of(candidates.get(1), true, false);
    }
    if (text.has(ANY)) {
      return Reading.of(candidates.getFirst(), true, false);
    }
    return Reading.NONE;
  }

  /** "Nice" and "Split" are words of their own, so these must be written as names. */
  private static boolean mentionsCity(Utterance text, String city) {
    var plain = Utterance.plain(city);
    if (!HOMONYMS.contains(plain)) {
      return mentions(wordsOf(text.all(), word -> true), city);
    }
    return Pattern.compile("\\b(?<lead>in |to |from )?(?<city>" + plain + ")\\b")
        .matcher(text.all())
        .results()
        .anyMatch(
            match ->
                match.group("lead") != null
                    || Character.isUpperCase(
                        text.written(match.start("city"), match.end("city")).charAt(0)));
  }

  /** "2 cars", "three models". */
  private static boolean several(Utterance text, List<Offer> offers) {
    return COUNTED
        .matcher(text.all())
        .results()
        .anyMatch(
            match ->
                offers.stream()
                    .map(offer -> Utterance.plain(offer.kind()))
                    .flatMap(kind -> Stream.concat(Stream.of(kind, head(kind)), synonyms(kind)))
                    .anyMatch(kind -> alike(match.group("kind"), kind, true)));
  }

  /** The offers with most words of their name in the text; all that share the best count. */
  private List<Offer> bestByName(Utterance text, List<Word> words) {
    var best = new ArrayList<Offer>();
    var bestCount = 0;
    for (var offer : offers) {
      var name = distinctive(offer);
      var said = name.stream().filter(part -> mentions(words, part)).toList();
      if (!names(text, words, offer, name, said) || said.size() < bestCount) {
        continue;
      }
      if (said.size() > bestCount) {
        best.clear();
        bestCount = said.size();
      }
      best.add(offer);
    }
    return best;
  }

  /** Whether the parts of a name that were said stand for the offer. */
  private boolean names(
      Utterance text, List<Word> words, Offer offer, Set<String> name, List<String> said) {
    if (said.size() == name.size()) {
      return said.size() > 1 || isName(text, words, said.getFirst(), Vocabulary::isCommon);
    }
    return said.stream()
        .anyMatch(
            part ->
                part.length() >= 4
                    && isOnlyOf(offer, part)
                    && isName(text, words, part, Vocabulary::isEnglish));
  }

  /** Whether a word of a name is in no other offer's name, kind or city. */
  private boolean isOnlyOf(Offer offer, String part) {
    return offers.stream()
        .filter(other -> !other.equals(offer))
        .noneMatch(
            other ->
                Utterance.plain(other.name() + " " + other.kind() + " " + other.city())
                    .contains(part));
  }

  /**
   * Whether a word stands there as a name. One that is a word as well ("Grace", "April") must be
   * written as a name or be all that is said; one that is a place or a month is none after "in".
   */
  private static boolean isName(
      Utterance text, List<Word> words, String part, Predicate<String> isOrdinary) {
    var calendar = Vocabulary.isCalendar(part);
    return words.stream()
        .filter(word -> word.isLike(part))
        .filter(word -> word.plain().equals(part) || !Vocabulary.has(word.plain()))
        .anyMatch(
            word ->
                ((!calendar && !isOrdinary.test(part)) || word.isWrittenAsName(text))
                    && !((calendar || Zones.isOfCity(part)) && word.follows(text, PREPOSITION)));
  }

  /** The words of a name without those of its kind and city: "Azur" of "Villa Azur Cannes". */
  private static Set<String> distinctive(Offer offer) {
    var name = partsOf(offer.name());
    var rest = new HashSet<>(name);
    rest.removeAll(partsOf(offer.kind()));
    rest.removeAll(partsOf(offer.city()));
    rest.removeAll(Set.of("the", "le", "la", "a", "of", "and"));
    return rest.isEmpty() ? name : rest;
  }

  /**
   * A word of a text, without the "'s" of a possessive.
   *
   * @param maySlip whether it may be another word with a slip of the finger
   */
  private record Word(String plain, int start, int end, boolean maySlip) {
    static String plain(String written) {
      return written.endsWith("'s") ? written.substring(0, written.length() - 2) : written;
    }

    boolean isLike(String wanted) {
      return alike(plain, wanted, maySlip);
    }

    boolean follows(Utterance text, Pattern words) {
      return words.matcher(text.all()).region(0, start).find();
    }

    /**
     * Whether it has a capital within a sentence that has small letters, or is alone in its line.
     */
    boolean isWrittenAsName(Utterance text) {
      var written = text.written(start, end);
      var capital =
          Character.isUpperCase(written.charAt(0))
              && written.chars().anyMatch(Character::isLowerCase);
      return (capital && !follows(text, SENTENCE_START))
          || (follows(text, LINE_START) && text.all().substring(end).matches("(?s)\\W*(?:\n.*)?"));
    }
  }

  private static List<Word> wordsOf(String text, Predicate<MatchResult> maySlip) {
    return WORD.matcher(text)
        .results()
        .limit(WORDS)
        .map(
            word ->
                new Word(Word.plain(word.group()), word.start(), word.end(), maySlip.test(word)))
        .toList();
  }

  private static Set<String> partsOf(String text) {
    var words = new HashSet<String>();
    WORD.matcher(Utterance.plain(text)).results().forEach(match -> words.add(match.group()));
    return words;
  }

  /** Whether a word is of a service, or of an offer, so that it is spelt as it is meant. */
  private boolean isService(String word) {
    return SERVICES.stream().anyMatch(service -> alike(word, service, false))
        || offers.stream()
            .flatMap(offer -> partsOf(offer.kind() + " " + offer.city()).stream())
            .anyMatch(part -> alike(word, part, false));
  }

  private List<Offer> byKind(List<Word> words) {
    Stream<Function<Offer, Stream<String>>> ways =
        Stream.of(
            offer -> Stream.of(offer.kind()),
            offer -> Stream.of(head(offer.kind())),
            offer -> synonyms(offer.kind()));
    return ways.map(
            way ->
                offers.stream()
                    .filter(offer -> way.apply(offer).anyMatch(kind -> mentions(words, kind)))
                    .toList())
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  /** What a kind is at heart: "chef" of "private chef". */
  private static String head(String kind) {
    return kind.substring(kind.strip().lastIndexOf(' ') + 1);
  }

  private static Stream<String> synonyms(String kind) {
    var plain = Utterance.plain(kind);
    return Stream.of(plain, head(plain))
        .flatMap(name -> TABLE.getOrDefault("also." + name, List.of()).stream());
  }

  /** Whether all words of a term are in the text, next to each other. */
  private static boolean mentions(List<Word> words, String term) {
    var wanted = WORD.matcher(Utterance.plain(term)).results().map(match -> match.group()).toList();
    if (wanted.isEmpty()) {
      return false;
    }
    for (var start = 0; start + wanted.size() <= words.size(); start++) {
      var all = true;
      for (var i = 0; i < wanted.size() && all; i++) {
        all = words.get(start + i).isLike(wanted.get(i));
      }
      if (all) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether it is the same word, its plural or possessive, or a slip: one for five letters, two for
   * eight.
   */
  private static boolean alike(String word, String wanted, boolean maySlip) {
    if (word.charAt(0) != wanted.charAt(0)) {
      return false;
    }
    if (word.startsWith(wanted) && PLURAL.contains(word.substring(wanted.length()))) {
      return true;
    }
    if (wanted.endsWith("y") && word.equals(wanted.substring(0, wanted.length() - 1) + "ies")) {
      return true;
    }
    var slips = wanted.length() >= 8 ? 2 : wanted.length() >= 5 ? 1 : 0;
    if (!maySlip
        || slips == 0
        || Math.abs(word.length() - wanted.length()) > slips + 1
        || Vocabulary.has(word)) {
      return false;
    }
    return letters(word).equals(letters(wanted))
        || distance(word, wanted, slips) <= slips
        || (word.endsWith("s")
            && distance(word.substring(0, word.length() - 1), wanted, slips) <= slips);
  }

  /** The letters in order, which are the same when only their places were mixed up ("yatch"). */
  private static String letters(String word) {
    return word.chars()
        .sorted()
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** How many letters were added, left out, replaced or swapped; more than the limit is enough. */
  private static int distance(String one, String other, int limit) {
    if (Math.abs(one.length() - other.length()) > limit) {
      return limit + 1;
    }
    var rows = new int[one.length() + 1][other.length() + 1];
    for (var i = 0; i <= one.length(); i++) {
      rows[i][0] = i;
    }
    for (var j = 0; j <= other.length(); j++) {
      rows[0][j] = j;
    }
    for (var i = 1; i <= one.length(); i++) {
      for (var j = 1; j <= other.length(); j++) {
        var same = one.charAt(i - 1) == other.charAt(j - 1);
        rows[i][j] =
            Math.min(
                Math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1),
                rows[i - 1][j - 1] + (same ? 0 : 1));
        if (i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1)) {
          rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
        }
      }
    }
    return rows[one.length()][other.length()];
  }

  private static @Nullable String wanted(Utterance text) {
    if (!text.has(WANTS)) {
      return null;
    }
    return OFTEN_WANTED.stream()
        .filter(wish -> Pattern.compile("\\b" + wish + "s?\\b").matcher(text.all()).find())
        .findFirst()
        .orElse(null);
  }
}
