package com.ailuxe.concierge.reading;

import com.ailuxe.shared.Letters;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads where it takes place: what follows "at", "in", "pick-up from" and the like, as far as it
 * looks like a name, an address or a known city. Whatever the other readers took is no place.
 */
public final class PlaceReader {
  private static final int LONGEST = 120;

  private static final Pattern LEAD =
      Pattern.compile(
          "(?<![\\w'-])(?<lead>(?:pick(?:ed)?[ -]?(?:me |us )?up|collect(?:ed)? (?:me|us)?)(?: is)?(?: at| from| in)?:? "
              + "|(?:venue|place|location|address|where)(?: is| would be| will be)?(?: at| in)?(?::| -)? "
              + "|(?:drop[ -]?off) (?:at|in) |from |at |in |near |aboard |on board |outside |to |off )"
              + "(?<article>the |our |my |a |an )?");
  private static final Pattern BEFORE_TO = Pattern.compile("(?:[a-z][a-z'-]+ ){1,4}$");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\d][\\p{L}\\d'.&/#-]*");
  private static final Set<String> CONNECTORS =
      words(
          """
          of de du des d la le les del della di da the & in el al sur von
          """);
  private static final Set<String> KINDS =
      words(
          """
          hotel airport villa marina port harbour harbor restaurant office home house station
          beach club residence apartment flat palace castle chateau museum opera theatre
          theater arena stadium resort bar rooftop garden gardens gallery terminal heliport
          pier quay lobby yacht boat island casino church cathedral embassy hospital ritz
          hilton hyatt marriott four waldorf sheraton intercontinental mandarin peninsula
          claridge's savoy dorchester plaza carlton martinez negresco bristol meurice crillon
          bulgari aman armani burj atlantis louvre ballroom estate mansion lake vineyard
          chalet
          """);
  private static final Set<String> NO_PLACE =
      words(
          """
          moment end beginning start same time latest earliest minute weekend most least all
          any once first morning evening afternoon night day date meantime future past case
          general advance total cash mind touch addition particular price cost rate budget
          range sun summer winter spring autumn english french german russian italian spanish
          arabic chinese month week year hour hours days next this you me us your it that what
          which book reserve hire rent have be get know see go make confirm arrange ask do
          charge dinner lunch breakfast person style black white red eur usd gbp aed euros
          dollars euro around about noon midnight early late then there here my our monday
          tuesday wednesday thursday friday saturday sunday january february march april may
          june july august september october november december contract booking agency change
          celebrate someone somebody human speak talk another other later maximum max full one
          two three i we love surprise organise organize plan find
          """);
  private static final Set<String> STOP =
      words(
          """
          for on at with and from to until till please tomorrow tonight today this next we i
          is are my our around about by starting budget or if but then would thanks thank it
          will ideally preferably so because as just only up maybe when where who what which
          can could you guests people party before after between during a an me us costs cost
          plus that also need want instead rather actually sorry no not
          """);

  /** Words for places of which there is nothing else that an agency books. */
  private static final Set<String> EVIDENT =
      words(
          """
          hotel airport marina port harbour harbor station beach palace museum opera theatre theater
          arena stadium resort terminal heliport pier casino cathedral embassy
          """);

  private static final Set<String> HOMONYMS = Zones.homonyms("place");

  private PlaceReader() {}

  private static Set<String> words(String words) {
    return Set.of(words.strip().split("\\s+"));
  }

  /**
   * @param asked whether the place was the question, so that a name alone answers it
   */
  public static Optional<String> read(Utterance text, boolean asked) {
    var best = Optional.<String>empty();
    var from = Optional.<String>empty();
    for (var match : text.find(LEAD)) {
      var lead = match.group("lead").strip();
      var place =
          capture(
              text,
              match.start("article") >= 0 ? match.start("article") : match.end(),
              match.end());
      if (place.isEmpty()) {
        continue;
      }
      if (lead.equals("to")) {
        if (from.isEmpty() && best.isEmpty()) {
          from = before(text, match.start());
        }
        if (from.isPresent()) {
          best = Optional.of(from.get() + " to " + place.get());
          from = Optional.empty();
        } else if (best.isEmpty()) {
          best = place;
        }
        continue;
      }
      from = lead.endsWith("from") ? place : Optional.empty();
      if (best.isEmpty() || lead.startsWith("pick") || lead.startsWith("collect")) {
        best = place;
      } else if (!best.get().contains(place.get()) && lead.equals("in") && isCity(place.get())) {
        best = Optional.of(best.get() + ", " + place.get());
      }
    }
    if (best.isEmpty() || isCity(best.get())) {
      var exact = address(text).or(() -> answer(text, true));
      best = exact.isPresent() ? Optional.of(withCity(exact.get(), best)) : best;
    }
    if (best.isEmpty()) {
      best = city(text);
    }
    return best.isEmpty() && asked ? answer(text, false) : best;
  }

  /** "Monaco to Nice airport": a place that is known right before "to". */
  private static Optional<String> before(Utterance text, int position) {
    var words = BEFORE_TO.matcher(text.open()).region(0, position).results().toList();
    for (var match : words) {
      for (var start = match.start(); start >= 0 && start < position; start = next(text, start)) {
        var place = text.open().substring(start, position).strip();
        if (isCity(place) || isEvident(place, text.written(start, position))) {
          var written = text.written(start, position).strip();
          text.take(start, start + written.length());
          return Optional.of(written);
        }
      }
    }
    return Optional.empty();
  }

  private static int next(Utterance text, int start) {
    var space = text.open().indexOf(' ', start);
    return space < 0 ? -1 : space + 1;
  }

  private static String withCity(String place, Optional<String> city) {
    return city.isEmpty() || Zones.ofPlace(place).isPresent() ? place : place + ", " + city.get();
  }

  private static boolean isCity(String place) {
    return Zones.isCity(place);
  }

  private static Optional<String> capture(Utterance text, int start, int first) {
    var open = text.open();
    var end = first;
    var position = first;
    var words = 0;
    var article = start < first;
    while (position < open.length() && end - start < LONGEST) {
      var word = WORD.matcher(open).region(position, open.length());
      if (!word.lookingAt()) {
        break;
      }
      var plain = word.group().replaceAll("\\.$", "");
      var written = text.written(word.start(), word.end());
      if (words == 0 && !opens(plain, written, article, open, word.start())) {
        return Optional.empty();
      }
      if (words > 0 && STOP.contains(plain)) {
        break;
      }
      if (words > 0 && CONNECTORS.contains(plain) && !leadsOn(text, word.end())) {
        break;
      }
      words++;
      end = word.start() + plain.length();
      if (word.group().endsWith(".") && plain.length() > 3) {
        break;
      }
      position = word.end();
      if (position < open.length()
          && open.charAt(position) == ','
          && commaLeadsOn(text, position)) {
        position++;
      }
      if (position < open.length() && open.charAt(position) == ' ') {
        position++;
      } else {
        break;
      }
    }
    if (words == 0) {
      return Optional.empty();
    }
    var place = text.written(start, end).strip();
    text.take(start, end);
    return Optional.of(clean(place));
  }

  /** Whether a word can open the name of a place. */
  private static boolean opens(
      String plain, String written, boolean article, String open, int position) {
    if (NO_PLACE.contains(plain)) {
      return false;
    }
    if (Character.isDigit(written.charAt(0))) {
      return open.substring(position, Math.min(open.length(), position + 40))
          .matches(
              "(?s)\\d{1,5}(?:bis)?,? (?:rue|avenue|ave|boulevard|bd|place|quai|via|street|st|road|[a-z]+ (?:street|st|road|rd|avenue|ave|lane|drive|square|boulevard))\\b.*");
    }
    return Character.isUpperCase(written.charAt(0))
        || article
        || KINDS.contains(plain)
        || Zones.ofPlace(firstWords(open, position)).isPresent();
  }

  private static String firstWords(String open, int position) {
    var rest = open.substring(position, Math.min(open.length(), position + 40));
    var words = rest.split("[^a-z']+");
    return words.length == 0
        ? ""
        : words.length > 1 && !Zones.isCity(words[0]) ? words[0] + " " + words[1] : words[0];
  }

  /** "in Paris", "de la Paix": a connector goes on only when a name follows. */
  private static boolean leadsOn(Utterance text, int position) {
    var rest = text.open().substring(position, Math.min(text.open().length(), position + 30));
    var written = text.written(position, position + rest.length());
    var next = Pattern.compile("^ (\\p{L}[\\p{L}'-]*)").matcher(rest);
    if (!next.find()) {
      return false;
    }
    return Character.isUpperCase(written.charAt(1))
        || CONNECTORS.contains(next.group(1))
        || KINDS.contains(next.group(1))
        || Zones.isCity(next.group(1));
  }

  private static boolean commaLeadsOn(Utterance text, int comma) {
    var rest = text.open().substring(comma + 1, Math.min(text.open().length(), comma + 40));
    var words = rest.strip().split("[^a-z'-]+");
    return words.length > 0
        && (Zones.isCity(words[0])
            || (words.length > 1 && Zones.isCity(words[0] + " " + words[1])));
  }

  private static Optional<String> city(Utterance text) {
    var words = Pattern.compile("[a-z][a-z'-]+").matcher(text.open()).results().toList();
    for (var start = 0; start < words.size(); start++) {
      for (var last = Math.min(words.size() - 1, start + 2); last >= start; last--) {
        var name = text.open().substring(words.get(start).start(), words.get(last).end());
        var written = text.written(words.get(start).start(), words.get(last).end());
        if (name.length() > 4 && isCity(name) && !HOMONYMS.contains(name)) {
          text.take(words.get(start).start(), words.get(last).end());
          return Optional.of(written);
        }
      }
    }
    return Optional.empty();
  }

  private static final Pattern REST =
      Pattern.compile(
          "(?:^|[\\n"
              + Utterance.TAKEN
              + ",;.]) ?(?<place>(?:the |at the |our |my )?[\\p{L}\\d][\\p{L}\\d' .&/#-]{1,100}[\\p{L}\\d])(?=[ .!,;]*(?:$|[\\n"
              + Utterance.TAKEN
              + ",;]))");
  private static final Pattern NO_ANSWER =
      Pattern.compile(
          "\\b(?:yes|no|ok|okay|sure|not|don't|know|thanks|thank|hi|hello|hey|sorry|please|what|who|how|why|when|you|i|we|it|is|are|haha|lol|later|soon|idea|guests?|people|persons?|friends|budget|correct|right|fine|perfect|great|good|exactly|for|and|with|but|maybe)\\b");

  private static final Pattern STREET =
      Pattern.compile(
          "(?<![\\w'-])(?:\\d{1,4}(?: ?bis)?,? )?(?:via|rue|avenue|boulevard|piazza|quai|calle|corso|strada) (?=\\p{L})");

  private static Optional<String> address(Utterance text) {
    for (var match : text.find(STREET)) {
      var place = capture(text, match.start(), match.end());
      if (place.isPresent()) {
        return place;
      }
    }
    return Optional.empty();
  }

  /**
   * A line or part of one that is nothing but a name.
   *
   * @param evident whether only a name counts that can be nothing but a place: "Nice airport"
   */
  private static Optional<String> answer(Utterance text, boolean evident) {
    for (var match : text.find(REST)) {
      var plain = match.group("place");
      var words = plain.split(" ").length;
      if (words <= 8
          && isName(plain)
          && !NO_ANSWER.matcher(plain).find()
          && !plain.matches("[\\d .]+")
          && (!evident
              || isEvident(plain, text.written(match.start("place"), match.end("place"))))) {
        text.take(match.start("place"), match.end("place"));
        return Optional.of(clean(text.written(match.start("place"), match.end("place"))));
      }
    }
    return Optional.empty();
  }

  private static boolean isEvident(String plain, String written) {
    var isNamed = Character.isUpperCase(written.charAt(0)) || Zones.ofPlace(plain).isPresent();
    return isNamed && Arrays.stream(plain.split(" ")).anyMatch(EVIDENT::contains);
  }

  private static boolean isName(String plain) {
    for (var word : plain.split(" ")) {
      if (!STOP.contains(word) && !NO_PLACE.contains(word) && !CONNECTORS.contains(word)) {
        return true;
      }
    }
    return false;
  }

  private static String clean(String place) {
    var clean = place.replaceAll("^(?:at |in )", "").strip();
    return Letters.beginning(clean, LONGEST).strip();
  }
}
