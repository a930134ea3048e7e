package com.ailuxe.concierge.reading;

import com.ailuxe.concierge.TurnContext;
import com.ailuxe.concierge.TurnContext.Line;
import com.ailuxe.rendering.PdfDocuments;
import com.ailuxe.shared.LegalName;
import com.ailuxe.shared.Letters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a contact says about the name for the contract. Words that begin with "my full name
 * is" say it at any time; a name on its own, or after "it is", only when it was asked for. When in
 * doubt nothing is a name: it is asked for again, while a contract with "Thank you" as its party
 * would be one with nobody.
 */
public final class NameReader {
  /**
   * @param name that was said; null where none was
   * @param partial whether a name was said that is not a whole one
   * @param wrong whether the name that we have is said to be wrong
   * @param rest the messages without what was about the name
   */
  public record Reading(@Nullable LegalName name, boolean partial, boolean wrong, List<Line> rest) {
    public boolean saysSomething() {
      return name != null || partial || wrong;
    }
  }

  private static final String IN_DOCUMENT =
      "(?:[ ,]+(?:as|as (?:shown|written|printed)|which is)?[ ]?(?:in|on|for|as per|per) (?:my|the|our|your) (?:\\w+ ?){1,2})?";
  private static final String IS =
      "(?:'s|[ ]?[:=–—-]|,|(?: is| are| reads?| should (?:be|read)(?: as)?| would be| must (?:be|read)| goes| lautet| ist| est| es| è| e| είναι| هو)(?!\\p{L}))[ ]*(?:(?:spelled|spelt|written)(?!\\p{L}))?[ ]*:?[ ]*";

  /** Says beyond doubt that the name for the contract follows. */
  private static final Pattern PLAIN =
      lead(
          "(?:(?:my|the|our|his|her|its|for the (?:contract|agreement)|please use(?: my)?|actually,?|correct:?) ?)*"
              + "(?:(?:full|legal|complete|official|correct|proper|real|whole|passport|registered|company)[ ,/]+(?:and )?)+name"
              + IN_DOCUMENT
              + IS,
          "(?:full|legal) name[ ]+(?=\\p{Lu})",
          "(?:мо[её]|наше)? ?(?:полное|официальное|юридическое) имя(?: и фамилия)?[ ]?(?:[:—–-]|это)?[ ]*",
          "(?:фио|ф\\. ?и\\. ?о\\.)[ ]?[:—–-]?[ ]*",
          "(?:mon|le) nom (?:complet|légal|officiel|entier)" + IS,
          "(?:mein|der) (?:voller|vollständiger|ganzer|offizieller|rechtlicher) name" + IS,
          "το (?:πλήρες|επίσημο|νόμιμο) (?:όνομά|όνομα)(?: μου)?" + IS,
          "mi nombre (?:completo|legal)" + IS,
          "il mio nome (?:completo|legale)" + IS,
          "(?:اسمي|الاسم) (?:الكامل|القانوني|بالكامل)(?: هو)?[ ]?:?[ ]*",
          "(?:שמי המלא|השם המלא(?: שלי)?)(?: הוא)?[ ]?[:-]?[ ]*",
          "(?:שם מלא)[ ]?[:-]?[ ]*");

  /** Says a name; that for the contract when it was asked for, or when the one we have is wrong. */
  private static final Pattern NAMED =
      lead(
          "(?:my|the|our|his|her|clients?'?s?|company|surname|actually,? my) name" + IS,
          "my name" + IN_DOCUMENT + IS,
          "(?:my|the) name ",
          "(?<=^|[.!,;] ?)name is ",
          "(?:der vertrag|die vereinbarung|le contrat|the contract)?(?: bitte| svp| please)? ?(?:auf|au nom de|an) (?:(?:die firma|den namen|meine firma) )?(?=\\p{Lu})",
          "(?:the |our |my )?company(?: name)?(?: is(?!\\p{L})|[ ]?:)[ ]*",
          "(?:name|company|party|client)[ ]?:[ ]*",
          "(?:please )?(?:put|write|use|enter|take)(?: (?:it|this|that|the (?:contract|agreement|booking)))?(?: (?:down|as|in|under|on|to))?(?: the)?(?: name)?(?: of)?[ ]+(?:(?:my|our|the) (?:company|firm|business|husband|wife|employer)(?: called| named)?,?[ ]+)?",
          "(?:in the name of|under the name(?: of)?|on behalf of|in name of|make it out to|issue it to|addressed? (?:it )?to|call me|i am called|i'm called)[ ]+(?:(?:my|our|the) (?:company|firm|business|husband|wife|employer)(?: called| named)?,?[ ]+)?",
          "(?:меня зовут|мо[её] имя|на имя|зовут)[ ]?(?:[:—–-]|это)?[ ]*",
          "(?:je m'appelle|mon nom" + IS + "|je me nomme|au nom de)[ ]*",
          "(?:ich hei(?:ß|ss)e|mein name" + IS + "|auf den namen|im namen von)[ ]*",
          "(?:με λένε|ονομάζομαι|λέγομαι|το όνομά μου" + IS + ")[ ]*",
          "(?:me llamo|mi nombre" + IS + "|mi chiamo|il mio nome" + IS + ")[ ]*",
          "(?:اسمي|إسمي|الاسم)(?: هو)?[ ]?:?[ ]*",
          "(?:קוראים לי|שמי|השם שלי)(?: הוא)?[ ]?[:-]?[ ]*");

  /** May introduce a name, and much else: only what looks like nothing but a name is one. */
  private static final Pattern LOOSE =
      lead(
          "(?:it is|it's|its|it should (?:be|read)|it would be|this is|that is|that's|that would be|i am|i'm|we are|should (?:be|read)|correct is|signed?|sign as|for)[ ]+",
          "(?:это|я)[ ]+(?:[—–-][ ]*)?",
          "(?:c'est|je suis)[ ]*",
          "(?:ich bin|es ist|das ist)[ ]+",
          "(?:είμαι (?:ο|η)|είμαι|είναι)[ ]+",
          "(?:soy|sono)[ ]+",
          "(?:أنا|انا)[ ]+",
          "(?:אני|זה)[ ]+");

  private static final Pattern WRONG =
      words(
          "name\\b[^.?!\\n]{0,40}\\b(?:misspel(?:t|led)|mis-?spelled|spel(?:t|led) (?:wrong|incorrectly|differently)|wrong|not (?:right|correct)|incorrect|mistyped|typo|a mistake|an error)",
          "(?:wrong|incorrect|misspel(?:t|led)|typo in|mistake in|error in)\\b[^.?!\\n]{0,25}\\bname",
          "it(?:'s| is) (?:misspel(?:t|led)|mis-?spelled|spel(?:t|led) wrong)",
          "misspel(?:t|led)\\b[^.?!\\n]{0,25}\\bname",
          "(?:correct|change|fix) (?:my|the) (?:legal |full )?name");

  /** What ends a name that other words follow. */
  private static final Pattern END =
      Pattern.compile(
          "(?iuU)[!?\\n;]|(?<=\\p{L}{4})\\.(?=\\s|$)|,? (?:and|but|so|because|et|und|и|και) (?:i|we|my|please|could|can|would|the|it|this|that|you|your|make|let|je|ich|я|can|not)\\b"
              + "|,? ?\\b(?:please|pls|thanks|thank you|thx|cheers|merci|danke|спасибо|ευχαριστώ|شكرا|شكراً|תודה|gracias|grazie|kind regards|regards|best regards|by the way|not (?:\\p{Lu}|with|without)|as in (?:my|the)|as on (?:my|the)|as per|in my passport|if you need|for the (?:contract|agreement|booking)|in the (?:contract|agreement))"
              + "|, (?:i|we|not|thank|if|just|nothing|that|born|with|without)\\b| - | \\(");

  private static final Pattern AFTER_NAME =
      Pattern.compile("(?iu)^[, ]*(?:as )?(?:it (?:is|stands) )?(?:in|on|per) (?:my|the|our) \\w+");

  private static final Pattern BEFORE_NAME =
      Pattern.compile(
          "(?iu)^(?:(?:hi|hello|hey|dear \\w+|good (?:morning|afternoon|evening|day)|sure|yes|yes please|of course|certainly|absolutely|with pleasure|ok|okay|great|perfect|no problem|here (?:it is|you go|you are)|here's my name|thanks|thank you|привет|здравствуйте|добрый (?:день|вечер)|да|конечно|bonjour|bonsoir|bien sûr|oui|hallo|guten (?:tag|abend|morgen)|ja|gerne|natürlich|γεια(?: σας)?|ναι|βεβαίως|καλησπέρα|مرحبا|نعم|شلום|שלום|כן|בטח|hola|sí|ciao|sì)(?: there)?[ ]*[,.!:;–—-]+[ ]*)+");

  private static final Pattern COMPANY =
      Pattern.compile(
          "(?iu)(?<![\\p{L}\\d])(?:ltd|limited|llc|llp|l\\.l\\.c|inc|incorporated|corp|corporation|company|co|plc|gmbh|ag|kg|ohg|ug|se|sa|s\\.a|sas|sarl|s\\.à r\\.l|eurl|sam|sci|snc|srl|s\\.r\\.l|spa|s\\.p\\.a|sl|s\\.l|bv|b\\.v|nv|oy|oyj|ab|as|a/s|aps|pty|lp|foundation|trust|holding|holdings|partners|ооо|оао|зао|пао|ао|ип|αε|α\\.ε|επε|ε\\.π\\.ε|ικε|בע\"מ|ש\\.ק|ش\\.م\\.م|ذ\\.م\\.م|شركة)(?![\\p{L}\\d])"
              + "|, ?(?:here )?(?:represented|acting) (?:here )?by |\\brepresented by\\b|\\bvertreten durch\\b|\\breprésentée? par\\b|\\bв лице\\b");

  private static final Set<String> PARTICLES =
      set(
          "de la du des del della di da do dos das d' le les van von vom zu zum zur der den ten ter te el al bin ben bint ibn abu abd bar af av"
              + " y e i et of the und y jr sr ii iii iv represented by acting as through co & and vertreten durch représentée représenté par в лице"
              + " ha ap san santa st mac o'");

  /** Words of a chat, and things that a concierge is asked for: no name consists of them. */
  private static final Set<String> NOT_NAMES =
      set(
          "yes no yep yeah nope ok okay sure fine great good perfect lovely wonderful excellent nice cool super deal right correct exactly true false agreed accepted accept decline declined confirm confirmed approved"
              + " thanks thank thx cheers please pls sorry hello hi hey dear welcome bye goodbye regards morning afternoon evening night day today tomorrow tonight yesterday now later soon again always never maybe perhaps"
              + " i me my mine we us our you your he him his she her they them their it its this that these those there here who what when where why how which whose"
              + " is am are was were be been being do does did done have has had will would can could should shall may might must let lets"
              + " book booking booked reserve reservation cancel cancelled change changed move moved want wanted need needed like love looking look see know knew think thought wait waiting call called write wrote send sent get got give go going come coming ask asked tell told pay paid price cost budget deposit discount"
              + " not none nothing something anything everything nobody someone anyone all any some many few more less much most other another same different"
              + " the a an in on at to for from with without about before after until since or but if so because as than then too also just only very really quite still already yet"
              + " people person persons guests guest adults children kids friends family wife husband party team agency concierge assistant manager human agent bot robot"
              + " yacht yachts boat villa villas chauffeur driver car cars model models jet helicopter dinner lunch breakfast hotel restaurant port harbour harbor marina beach club casino airport terminal palace street avenue road quay pier gate room suite show event wedding birthday anniversary dog cat pet"
              + " contract agreement document name legal full passport address phone number email message question answer problem help time date place hour hours minute minutes week month year am pm eur usd gbp euro euros dollars"
              + " happy new christmas weekend monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december"
              + " stop start unsubscribe test asap"
              + " misspelt misspelled spelled spelt spelling wrong incorrect typo mistake known"
              + " да нет спасибо большое пожалуйста хорошо отлично привет здравствуйте добрый доброе день вечер утро конечно хочу хотел хотела можно нужно яхта яхту вилла когда где сколько как что кто мне я мы вы меня это"
              + " oui non merci beaucoup bonjour bonsoir salut parfait bien sûr d'accord je tu vous nous voudrais quand combien comment c'est avec pour demain"
              + " ja nein danke vielen dank bitte hallo guten tag abend morgen gerne gut ich wir sie möchte wann wie viel wieviel mit für natürlich"
              + " ναι όχι οχι ευχαριστώ ευχαριστω πολύ παρακαλώ γεια σας καλημέρα καλησπέρα εντάξει ωραία θέλω πότε πόσο πού εγώ με για"
              + " نعم لا شكرا شكراً جزيلا جزيلاً من فضلك مرحبا أهلا اهلا السلام عليكم صباح مساء الخير حسنا حسناً طيب تمام موافق هل كيف متى أين اين كم ماذا أريد اريد أود اود يخت غدا غداً اليوم على في مع"
              + " כן לא תודה רבה בבקשה שלום היי בוקר ערב לילה טוב בסדר מצוין מעולה נהדר אני אנחנו רוצה אפשר איך כמה מתי איפה מה מי יאכטה מחר היום עם של"
              + " sí si gracias muchas hola buenos días buenas por favor quiero cuando cuánto vale grazie mille ciao buongiorno buonasera prego vorrei quando quanto va bene");

  /** Words among the common ones that are names all the same beside another word. */
  private static final Set<String> ALSO_NAMES =
      set("may march april june august will day price love driver guest rose he an do so see");

  private static final Pattern COURTESY =
      Pattern.compile(
          "(?iu)[\\s\\p{P}]*(?:(?:hi|hello|hey|dear|there|good|morning|afternoon|evening|day|yes|sure|of course|certainly|ok|okay|great|perfect|no problem|please|pls|many|thanks|thank you|very much|so much|kind regards|best|regards|да|конечно|спасибо|oui|merci|ja|danke|ναι|ευχαριστώ|نعم|شكرا|כן|תודה)[\\s\\p{P}]*)*");

  private static final PdfDocuments DOCUMENTS = new PdfDocuments();
  private static final Pattern WORD = Pattern.compile("[\\s,/]+");
  private static final int LONGEST_OF_A_SHORT_SIGN = 2;
  private static final int MOST_WORDS = 8;
  private static final int MOST_WORDS_OF_A_COMPANY = 16;

  private final TurnContext turn;
  private final boolean asked;
  private final boolean askedAgain;
  private final List<Line> rest = new ArrayList<>();
  private @Nullable LegalName name;
  private boolean partial;
  private boolean wrong;

  private NameReader(TurnContext turn, boolean asked, boolean askedAgain) {
    this.turn = turn;
    this.asked = asked;
    this.askedAgain = askedAgain;
  }

  /**
   * @param asked whether the contact was asked for the name and has not said it
   * @param askedAgain whether that was because the words before were none that one could be sure of
   */
  public static Reading read(TurnContext turn, boolean asked, boolean askedAgain) {
    var reader = new NameReader(turn, asked || askedAgain, askedAgain);
    turn.messages().forEach(reader::readMessage);
    return new Reading(
        reader.name, reader.partial && reader.name == null, reader.wrong, List.copyOf(reader.rest));
  }

  /** Whether these words may be a name, as far as words alone can tell. */
  public static boolean isName(LegalName name) {
    if (isCompany(name.value())) {
      return words(name.value()) <= MOST_WORDS_OF_A_COMPANY;
    }
    var parts = parts(name.value());
    var proper = parts.stream().allMatch(NameReader::beginsLikeAName);
    return !parts.isEmpty()
        && words(name.value()) <= MOST_WORDS
        && (proper
            ? !parts.stream().allMatch(NameReader::isOrdinary)
            : parts.stream().noneMatch(NameReader::isOrdinary));
  }

  /** Whether a contract can be written in these letters. */
  public static boolean isReadable(LegalName name) {
    return DOCUMENTS.draws(name.value());
  }

  private void readMessage(Line message) {
    var lines =
        Letters.plain(message.text())
            .replace('\u2019', '\'')
            .replace('\u00A0', ' ')
            .lines()
            .map(this::readLine)
            .filter(line -> !COURTESY.matcher(line).matches() || !saysSomething())
            .filter(line -> line.codePoints().anyMatch(Character::isLetterOrDigit))
            .toList();
    if (!lines.isEmpty()) {
      rest.add(
          new Line(
              message.author(),
              String.join("\n", lines),
              message.at(),
              message.quotes(),
              message.corrects(),
              message.closes()));
    }
  }

  private boolean saysSomething() {
    return name != null || partial || wrong;
  }

  /** What of the line is not about the name. */
  private String readLine(String line) {
    var saysWrong = WRONG.matcher(line).find();
    if (saysWrong && (turn.party().name() != null || asked)) {
      wrong = true;
    }
    return said(line, PLAIN, Doubt.NONE)
        .or(() -> asked || wrong ? said(line, NAMED, Doubt.SOME) : Optional.empty())
        .or(() -> asked || wrong ? said(line, LOOSE, Doubt.GREAT) : Optional.empty())
        .or(() -> asked ? bare(line) : Optional.empty())
        .orElse(wrong && saysWrong ? "" : line);
  }

  /** How far the words before a name leave open that it is none. */
  private enum Doubt {
    NONE,
    SOME,
    GREAT
  }

  private Optional<String> said(String line, Pattern lead, Doubt doubt) {
    var matcher = lead.matcher(line);
    while (matcher.find()) {
      var words = line.substring(matcher.end());
      var end = END.matcher(words);
      var until = end.find() ? end.start() : words.length();
      var said = name(words.substring(0, until), doubt);
      if (said.isPresent()) {
        name = said.get();
        var before = line.substring(0, matcher.start());
        return Optional.of((wrong ? "" : before) + after(words, until));
      }
    }
    return Optional.empty();
  }

  /** Nothing else stands in the line, but for a courtesy before and after it. */
  private Optional<String> bare(String line) {
    var words = BEFORE_NAME.matcher(line).replaceFirst("");
    var end = END.matcher(words);
    var until = end.find() ? end.start() : words.length();
    var after = after(words, until);
    if (after.contains("?")) {
      return Optional.empty();
    }
    return name(words.substring(0, until), Doubt.GREAT)
        .map(
            said -> {
              name = said;
              return after;
            });
  }

  private static String after(String words, int end) {
    return AFTER_NAME.matcher(words.substring(end)).replaceFirst("");
  }

  private Optional<LegalName> name(String words, Doubt doubt) {
    return LegalName.of(words).filter(said -> isName(said)).flatMap(said -> whole(said, doubt));
  }

  private Optional<LegalName> whole(LegalName said, Doubt doubt) {
    var text = said.value();
    if (isCompany(text)) {
      return Optional.of(said);
    }
    if (text.codePoints().anyMatch(Character::isDigit)) {
      return Optional.empty();
    }
    var parts = parts(text);
    var proper = parts.stream().allMatch(NameReader::beginsLikeAName);
    if (doubt == Doubt.GREAT
        && (!(proper || isLikeProfile(parts)) || isSomethingElse(text, parts))) {
      var maybe = !proper && mayBeName(text, parts);
      partial |= maybe;
      return maybe && askedAgain ? Optional.of(new LegalName(capitalised(text))) : Optional.empty();
    }
    if (doubt == Doubt.SOME && !proper && parts.stream().anyMatch(NameReader::isOrdinary)) {
      return Optional.empty();
    }
    if (isInitial(parts.getLast())) {
      partial = true;
      return Optional.empty();
    }
    if (parts.size() < 2 && doubt != Doubt.NONE) {
      partial |= proper && (doubt == Doubt.SOME || isOfProfile(parts));
      return Optional.empty();
    }
    return Optional.of(proper ? said : new LegalName(capitalised(text)));
  }

  /** "Anna K." leaves open who that is. */
  private static boolean isInitial(String part) {
    return part.codePoints().filter(Character::isLetter).count() == 1;
  }

  /** Small letters are a name where they say what the messenger shows, and more. */
  private boolean isLikeProfile(List<String> parts) {
    return parts.size() >= 2
        && parts.stream().noneMatch(NameReader::isOrdinary)
        && isOfProfile(parts);
  }

  /** Small letters that are no words of any use: whoever writes them twice means them. */
  private boolean mayBeName(String text, List<String> parts) {
    return parts.size() >= 2
        && parts.size() <= 4
        && parts.stream().map(Utterance::plain).noneMatch(NameReader::isWord)
        && !isSomethingElse(text, parts);
  }

  private static boolean isWord(String plain) {
    return Vocabulary.isCommon(plain) || Vocabulary.isCalendar(plain);
  }

  private boolean isOfProfile(List<String> parts) {
    var shown =
        Stream.of(WORD.split(Letters.plain(turn.contactName())))
            .map(NameReader::folded)
            .filter(word -> word.length() > 2)
            .collect(Collectors.toSet());
    return parts.stream().map(NameReader::folded).anyMatch(shown::contains);
  }

  private boolean isSomethingElse(String text, List<String> parts) {
    return parts.stream().anyMatch(word -> isOrdinary(word) && !ALSO_NAMES.contains(folded(word)))
        || turn.agency().offers().stream().anyMatch(offer -> offer.name().equalsIgnoreCase(text))
        || Zones.isPlace(text);
  }

  /** "Same as last time" has no company in it, "Northern AS" is one. */
  private static boolean isCompany(String text) {
    return COMPANY
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .anyMatch(
            sign ->
                sign.length() > LONGEST_OF_A_SHORT_SIGN
                    || sign.codePoints().anyMatch(NameReader::isLetterButNotSmall));
  }

  private static boolean isLetterButNotSmall(int letter) {
    return Character.isLetter(letter) && !Character.isLowerCase(letter);
  }

  private static long words(String text) {
    return Stream.of(WORD.split(text)).filter(word -> !word.isBlank()).count();
  }

  /** The words that are capitalised in a name. */
  private static List<String> parts(String text) {
    return Stream.of(WORD.split(text))
        .filter(word -> !word.isBlank() && !PARTICLES.contains(folded(word)))
        .toList();
  }

  /** Letters of scripts without capitals begin any word. */
  private static boolean beginsLikeAName(String word) {
    var first = word.codePoints().filter(Character::isLetter).findFirst().orElse(' ');
    var inner = word.matches("(?:d'|l'|al-|el-|o')\\p{Lu}.*");
    return inner || isLetterButNotSmall(first);
  }

  private static String capitalised(String text) {
    return Stream.of(text.split(" "))
        .map(
            word ->
                PARTICLES.contains(folded(word))
                    ? word
                    : Stream.of(word.split("(?<=[-'])"))
                        .map(NameReader::withCapital)
                        .collect(Collectors.joining()))
        .collect(Collectors.joining(" "));
  }

  private static String withCapital(String part) {
    return part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1);
  }

  private static boolean isOrdinary(String word) {
    return NOT_NAMES.contains(folded(word));
  }

  private static String folded(String word) {
    return word.toLowerCase(Locale.ROOT).replaceAll("^[\\p{P}]+|[\\p{P}&&[^']]+$", "");
  }

  private static Pattern lead(String... ways) {
    return Pattern.compile(
        "(?<![\\p{L}\\d'])(?:" + String.join("|", ways) + ")",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  private static Pattern words(String... ways) {
    return Pattern.compile(
        "\\b(?:" + String.join("|", ways) + ")\\b",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  private static Set<String> set(String words) {
    return Arrays.stream(words.split("\\s+")).collect(Collectors.toUnmodifiableSet());
  }
}
