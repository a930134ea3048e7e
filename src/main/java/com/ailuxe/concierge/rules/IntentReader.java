package com.ailuxe.concierge.rules;

import com.ailuxe.concierge.reading.Utterance;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads what the contact wants from the words alone; whether it can be had is decided elsewhere.
 */
final class IntentReader {
  /** What the words say. A turn may be several of these; the first that counts decides. */
  enum Wish {
    STOP,
    START,
    HUMAN,
    /** Asks whether a machine or a person answers. */
    WHO_ANSWERS,
    CANCEL,
    /** Will not come, in other words than those for cancelling. */
    CALLS_OFF,
    /** Asks that nothing be cancelled. */
    KEEP,
    /** Something went wrong. */
    COMPLAINT,
    CHANGE,
    ACCEPT,
    /** Accepts or declines, but not plainly. */
    ANSWER_WITH_CONDITION,
    /** A plain yes, whose meaning depends on what was asked. */
    YES,
    DECLINE,
    /** A plain no. */
    NO,
    BOOK,
    PRICE,
    OFFERS,
    STATUS,
    QUESTION,
    GREETING,
    /** How are you and the like. */
    SMALL_TALK,
    THANKS,
    /** Good-bye, or another time. */
    FAREWELL,
    /** Letters that make no words. */
    UNREADABLE,
    /** Another language than English. */
    FOREIGN,
    /** Neither letters nor digits. */
    EMPTY
  }

  private static final Pattern STOP_LINE =
      Pattern.compile(
          "(?m)^[^\\w\\n]*(?:please )?(?:stop|stopp|stop all|stopall|unsubscribe|opt[ -]?out|end|quit|remove me)(?: now)?(?: please| pls| it)?[^\\w\\n]*$");
  private static final Pattern STOP_PHRASE =
      Pattern.compile(
          "(?<!don't )(?<!not )\\bstop (?:sending|messaging|texting|writing|contacting|spamming|bothering|these messages|all messages)\\b"
              + "|\\bno more (?:messages|texts|spam)\\b|\\bunsubscribe\\b|\\bopt(?:ing)? (?:me )?out\\b|\\bleave me alone\\b"
              + "|\\bremove me from\\b|\\btake me off (?:your|the|this) list\\b"
              + "|\\b(?:do not|don't|never|dont) (?:contact|message|text|write(?: to)?) me\\b");
  private static final Pattern WHO_ANSWERS =
      Pattern.compile(
          "\\b(?:are|r) (?:you|u) (?:a |an |really a |actually a |even )?(?:real|human|bot|robot|machine|ai|a\\.i\\.|person|chat ?bot|chatgpt|gpt|computer|automated|automatic|assistant|alive)\\b"
              + "|\\b(?:is (?:this|it|that)|am i (?:talking|speaking|chatting|writing) (?:to|with)|are you) (?:a |an |the )?(?:real )?(?:bot|robot|machine|ai|human|person|chat ?bot|computer|automated|automatic|real)\\b"
              + "|\\b(?:who|what) are you\\b(?! \\w)|\\bwho am i (?:talking|speaking|chatting|writing) (?:to|with)\\b|\\b(?:human|real person|bot) or (?:a |an )?(?:bot|ai|machine|human|robot|person)\\b|\\byou(?:'re| are) a bot\\b");
  private static final Pattern HUMAN =
      Pattern.compile(
          "\\b(?:speak|talk|chat|connect me|put me through|transfer me|write) (?:directly )?(?:to|with) (?:a |an |the |your |some)?(?:real |actual |live )?(?:human|person|one|body|agent|manager|owner|operator|representative|colleague|staff|advisor|concierge|team|somebody|someone|boss)\\b"
              + "|\\b(?:speak|talk) to (?:somebody|someone|a human being)\\b"
              + "|\\b(?:a|an|the|some) (?:real|actual|live) (?:human|person|agent|operator)\\b"
              + "|\\b(?:want|need|prefer|like|get me|give me) (?:to have )?(?:a|an|the|your) (?:human|person|manager|operator|representative|agent)(?=[ ,.!?]*(?:$|\\n)| (?:please|now|to (?:talk|speak|help|answer|call)|instead)\\b)"
              + "|\\b(?:call|phone|ring) me(?=[ ,.!?]*(?:$|\\n)| (?:back|please|now|asap|at|on|when|later|today|tomorrow|urgently|up)\\b)|\\bgive me a (?:call|ring)\\b|\\b(?:can|could) (?:someone|somebody|you) call\\b"
              + "|\\bnot (?:a|with a|to a) (?:bot|machine|robot)\\b|(?m)^[^\\w\\n]*(?:human|agent|operator|person|representative|real person|manager)(?: please)?[^\\w\\n]*$"
              + "|\\bhuman (?:please|being|agent|support)\\b|\\bi want (?:to speak|to talk)\\b");
  private static final Pattern START =
      Pattern.compile(
          "(?m)^[^\\w\\n]*(?:please )?(?:unstop|opt (?:me )?(?:back )?in|opt-in|resubscribe|subscribe(?: me)?(?: again)?)(?: please)?[^\\w\\n]*$"
              + "|\\b(?:send me|i(?:'d| would) like|i want) (?:your |the )?(?:messages|reminders|news|updates) again\\b");
  private static final Pattern NEGATED_CANCEL =
      Pattern.compile(
          "\\b(?:don't|do not|dont|not|never) (?:want to |wish to )?(?:cancel|change|call off)\\b");
  private static final Pattern CANCEL =
      Pattern.compile(
          "\\b(?:cancel(?:l?ed|l?ing)?|call (?:it |this )?off|calling off|withdraw my booking|annul|no longer need|not need (?:it|the booking) any ?more|don't need (?:it|the booking) any ?more)\\b");
  private static final Pattern KEEP =
      Pattern.compile(
          "\\b(?:don't|do not|dont|never) (?:want to |wish to )?(?:cancel|call off|(?:change|alter|move) (?:anything|it|(?:the|my|our) booking))\\b"
              + "|\\b(?:keep|leave) (?:it|everything|(?:the|my|our) booking) (?:as|the way|like) (?:it|that)?");
  private static final Pattern CALLS_OFF =
      Pattern.compile(
          "\\b(?:can't|cannot|can not|won't be able to|are not able to|unable to) (?:make it|come)\\b"
              + "|\\b(?:deal|trip|party|event|wedding|booking|charter|dinner|it) is (?:all )?off\\b"
              + "|\\b(?:changed|change) (?:my|our) minds?\\b(?! about)"
              + "|\\b(?:no longer|not) (?:want|wish|interested in|going ahead with|proceeding with) (?:it|this|the (?:booking|yacht|villa|car|trip))\\b"
              + "|\\b(?:have|has) to (?:drop|give up) (?:it|this|the (?:booking|trip))\\b|\\bnot going to happen\\b");
  private static final Pattern POLICY =
      Pattern.compile(
          "\\bcancell?ation\\b|\\bif i (?:cancel|have to cancel|need to cancel|change)\\b|\\b(?:can|could) (?:i|we|it be) (?:still )?(?:cancel|change)[a-z]* (?:later|if|free|for free|without)\\b");
  private static final Pattern COMPLAINT =
      Pattern.compile(
          "(?<!\\bnot |\\bnever |n't )\\b(?:complain(?:t|ts|ing)?|rude|rudely|unacceptable|disappoint(?:ed|ing|ment)|appalling|appalled|disgusting|disgusted|outrageous|unprofessional"
              + "|terrible|horrible|awful|dreadful|filthy|disgraceful|a disgrace|shameful|unhappy|dissatisfied|furious|let (?:me|us) down|a scam|scammed|overcharged|my money back)\\b"
              + "|\\bnot (?:at all |very |really )?(?:happy|satisfied|pleased|good enough)\\b"
              + "|\\b(?:never|nobody|no one|not|n't|none) (?:has |have |had |even |ever )?(?:came|come|arrived?|showed up|shown up|show up|turned up|turn up)\\b"
              + "|(?<!\\bi |\\bwe |\\bi'll )\\b(?:was|were|came|arrived|is|are) (?:(?!too\\b|it\\b|that\\b|not\\b)\\w+ ){0,3}(?:late|dirty|broken|drunk|impolite|smelly)\\b(?! (?:january|february|march|april|may|june|july|august|september|october|november|december|in|on|at night|night|evening|afternoon|morning|summer|spring|autumn|winter))");
  private static final Pattern CHANGE =
      Pattern.compile(
          "\\b(?:re-?schedul(?:e|ed|ing)|postpone[d]?|postponing|bring forward|push(?:ed)? (?:it )?back"
              + "|(?:swap|replace|exchange)\\b(?! numbers| contacts)|(?:chang(?:e|ing)|mov(?:e|ing)|shift|switch|amend|modify|adjust|update) (?:it|that|this|to|from|the|my|our|a|date|time|place|venue|location|address|pick-?up|guests|number|budget|yacht|boat|villa|car|driver)\\b"
              + "|(?:another|different|new|other) (?:date|day|time|place)|make it\\b.{0,30}\\binstead|different (?:day|time|date))");
  private static final Pattern ACCEPT =
      Pattern.compile(
          "\\b(?:i|we) (?:hereby |fully |gladly |do |both |can |will |would |may |might )?(?:accept|agree|approve|confirm|sign)\\b|\\b(?:accepted|agreed|approved|signed)\\b"
              + "|(?m)^[^\\w\\n]*(?:accept|agree|confirm|sign|confirmed)(?: (?:it|the contract|contract))?(?: please)?\\W*$|\\baccept (?:the|this|your) (?:contract|agreement|terms|offer)\\b"
              + "|\\bsign(?:ed)? the (?:contract|agreement)\\b|\\bhappy (?:to sign|with the contract)\\b");
  private static final Pattern YES =
      Pattern.compile(
          "(?m)^[^\\w\\n]*(?:yes|yep|yeah|yup|sure|absolutely|certainly|of course|definitely|correct|that is correct|that's correct|that's right|exactly|right|perfect|go ahead|please do|sounds good|sounds great|sounds perfect|looks good|deal|ok|okay|okey|k|fine|all good|great|confirm|confirmed|done)"
              + "(?:[ ,]+(?:yes|please|thanks|thank you|perfect|correct|sure|great|go ahead|that is (?:right|correct|fine)|that's (?:right|correct|fine)|it is|sounds good|all good|of course|good|let's do it|very much)){0,8}[^\\w\\n]*$");
  private static final Pattern WEAK_YES =
      Pattern.compile(
          "(?m)^[^\\w\\n]*(?:ok|okay|okey|k|fine|great|perfect|done|right|all good)\\W*(?:thanks|thank you)?[^\\w\\n]*$");
  private static final Pattern DECLINE =
      Pattern.compile(
          "\\b(?:i|we) (?:hereby |must |have to |would rather |do |will )?(?:decline|reject|refuse|disagree)\\b|\\b(?:declined|rejected)\\b"
              + "|\\b(?:don't|do not|cannot|can't|won't|will not|not|dont) (?:want to |wish to |going to )?(?:accept|agree|sign|approve)\\b"
              + "|(?m)^[^\\w\\n]*(?:decline|reject|refuse)(?: (?:it|the contract|contract))?(?: please)?\\W*$|\\bnot (?:acceptable|accepted)\\b");

  /** "I do not agree with clause 3" is to be talked about. */
  private static final Pattern IN_PART =
      Pattern.compile(
          "\\b(?:disagree|agree|accept|approve|decline|reject|refuse)(?: (?:with|to|on|about))? (?:the |this |that |your |these |those )?(?:\\w+ )?"
              + "(?:clause|article|section|paragraph|point|term|terms|conditions?|price|prices|fees?|amount|deposit|times?|dates?|part|changes?|penalty|rule|rules|wording)\\b");

  private static final Pattern NO =
      Pattern.compile(
          "(?m)^[^\\w\\n]*(?:no|nope|nah|no thanks|no thank you|not (?:really|correct|right)|that is (?:wrong|not right)|that's (?:wrong|not right)|wrong|incorrect)"
              + "(?:[ ,]+(?:thanks|thank you|sorry|please|not that|that's wrong|that is wrong)){0,8}[^\\w\\n]*$");
  private static final Pattern BUT =
      Pattern.compile(
          "\\b(?:but|however|unless|except|only if|provided|as long as|first|if|yet|until|unsure|not sure)\\b|\\?");

  /** What is planned, doubted or denied is no acceptance. */
  private static final Pattern NOT_NOW =
      Pattern.compile(
          "\\b(?:not|never|cannot|no longer|will|would|should|could|might|may|going to|before|once|when|after|think|perhaps|maybe|later|soon|tomorrow|else)\\b|n't\\b|\\bi'll\\b");

  private static final Pattern BOOK =
      Pattern.compile(
          "\\b(?:book|reserve|rent|hire|charter|arrange|organi[sz]e|schedule|order|get me|looking for|look for|i(?:'d| would) (?:like|love|want)|we(?:'d| would) (?:like|love|want)|i want|we want|i need|we need|interested in|make a (?:booking|reservation)|a (?:booking|reservation)|require|in need of|request)\\b");
  private static final Pattern PRICE =
      Pattern.compile(
          "\\b(?:how much|price|prices|pricing|rates?|cost|costs|fees?|tariffs?|quote|charge|expensive|discount)\\b");
  private static final Pattern OFFERS =
      Pattern.compile(
          "\\bwhat (?:do|can|else do|services do|all do|kind|kinds|type|types|sort|cars|yachts|villas|is available|else|services|talents?|are your)\\b|\\bwhat (?:have you|you) (?:got|have|offer|do)\\b"
              + "|\\b(?:do|can|could|would) you (?:have|offer|provide|do|arrange|get)\\b|\\bhave you (?:got )?(?:any|a)\\b|\\bwhich (?:\\w+ )?(?:do|are|can|have)\\b"
              + "|\\bwho (?:do|can|is available|are your|are the|have you|is)\\b|\\bwho's\\b|\\bwhere (?:is|are|do)\\b|\\b(?:your|the) (?:services|offers?|list|catalogu?e|portfolio|options|fleet|talents?|models|yachts|villas|drivers|chauffeurs)\\b"
              + "|\\btell me (?:more )?about\\b|\\bmore (?:information|info|details) (?:on|about)\\b|\\bshow me\\b|\\bare there any\\b|\\bis there (?:a|an|any)\\b|\\bin which cit(?:y|ies)\\b|\\bwhat about\\b|\\bdescribe\\b");
  private static final Pattern STATUS =
      Pattern.compile(
          "\\b(?:status|any news|any update|an update|is (?:it|my booking|the booking|everything) (?:confirmed|booked|approved|ok|all right|done)|what about my booking|where (?:are we|do we stand)|my booking\\?|have you (?:checked|heard|confirmed)|did you (?:check|confirm|hear)|when is my booking|what did i book)\\b");
  private static final Pattern QUESTION =
      Pattern.compile(
          "\\?|(?m)^[^\\w\\n]*(?:(?:and|so|but|hi|hello|hey|please),? )?(?:what|who|where|when|why|how|which|whose|is|are|do|does|did|can|could|will|would|should|may|have|has)\\b");
  private static final Pattern GREETING =
      Pattern.compile(
          "(?m)^[^\\w\\n]*(?:hi|hello|hey|heya|hiya|hallo|good (?:morning|afternoon|evening|day)|greetings|dear \\w+|howdy|start(?=\\W*(?:$|\\n))|/start|salut|ciao|bonjour|hola|yo|morning|evening)\\b");
  private static final Pattern ONLY_GREETING =
      Pattern.compile(
          "^\\W*(?:hi|hello|hey|heya|hiya|hallo|good (?:morning|afternoon|evening|day)|greetings|howdy|start(?! (?:at|from|\\d))|/start|yo|morning|evening)\\b(?:[ ,]+(?:there|dear|all|everyone|again|sir|madam|team|concierge|how are you(?: doing)?(?: today)?|how's it going|hope you are well|nice to meet you|\\w{2,15}))?\\W*(?:how are you(?: doing)?(?: today)?\\W*)?$");
  private static final Pattern SMALL_TALK =
      Pattern.compile(
          "\\bhow (?:are|r) (?:you|u)\\b|\\bhow(?:'s| is) (?:it going|your day|everything)\\b|\\b(?:anyone|anybody|you) there\\b|\\bnice to meet you\\b|\\bhope you are (?:well|fine)\\b");
  private static final Pattern ANYONE_THERE = Pattern.compile("\\b(?:anyone|anybody|you) there\\b");
  private static final Pattern ANYTHING =
      Pattern.compile(
          "\\b(?:what (?:do|can|else|services|kind|type|sort|is available|are your)|what (?:have )?you|which|something|anything|any other|services|offers?|list|catalogu?e|portfolio|options|fleet|talents?|who)\\b");
  private static final Pattern THANKS =
      Pattern.compile(
          "\\b(?:thanks|thank you|thx|many thanks|much appreciated|appreciate it|cheers|merci|grazie|gracias|danke)\\b");
  private static final Pattern FAREWELL =
      Pattern.compile(
          "(?m)^\\W*(?:(?:ok|okay|well|thanks|sorry|great),? ){0,5}(?:good ?night|(?:good ?)?bye(?: bye)?|see (?:you|u|ya)|talk (?:to you )?soon|have a (?:nice|good|great|lovely)|never ?mind|wrong chat|all good|not now"
              + "|(?:i|we)(?:'ll| will) (?:let you know|think about (?:it|this|that)|get back|come back)|let me (?:think|check))\\b[^.?!\\n\\d]{0,50}[.!]*$");
  private static final Pattern LETTERS = Pattern.compile("\\p{L}");
  private static final Pattern LATIN = Pattern.compile("[a-z]");
  private static final Pattern OTHER_SCRIPT = Pattern.compile("[\\p{L}&&[^\\p{IsLatin}]]");
  private static final Map<Pattern, Locale> SCRIPTS =
      Map.of(
          Pattern.compile("\\p{IsCyrillic}"), Locale.of("ru"),
          Pattern.compile("\\p{IsGreek}"), Locale.of("el"),
          Pattern.compile("\\p{IsHebrew}"), Locale.of("he"),
          Pattern.compile("(?s)^(?!.*[پچژگ]).*\\p{IsArabic}"), Locale.of("ar"));
  private static final Pattern FOREIGN_WORDS =
      Pattern.compile(
          "\\b(?:bonjour|bonsoir|merci|est|hola|gracias|buenas|buenos|guten|danke|ciao|buongiorno|grazie|per|sono"
              + "|ola|privet|zdravstvuyte|merhaba|istiyorum|bir|ik|wil|dobry|prosze|chce|un|le|les|der|die|das|el|il|uhr)\\b");

  /** Words that no sentence in English has. */
  private static final Pattern FRENCH =
      Pattern.compile(
          "\\b(?:"
              + "je|j'ai|j'aimerais|voudrais|voudrions|souhaite|souhaiterais|nous|vous|avec|pour|une|"
              + "des|personnes|svp|s'il|demain|apres-demain|aujourd'hui|plutot|lundi|mardi|mercredi|"
              + "jeudi|vendredi|samedi|dimanche|janvier|fevrier|avril|juin|juillet|aout|septembre|"
              + "octobre|novembre|decembre|serons|sommes|combien|jusqu'a|deux|trois|quatre|cinq|"
              + "desolee?|heures|aller|mieux|pas|le \\d{1,2}(?! ?(?:am|pm))|\\d{1,2} (?:mars|mai)"
              + ")\\b");

  private static final Pattern GERMAN =
      Pattern.compile(
          "\\b(?:"
              + "ich|wir|mochten?|hatten? gern|bitte|und|fur|eine|einen|einem|haben|brauchen?|personen|"
              + "bis|lieber|nein|ubermorgen|heute|montag|dienstag|mittwoch|donnerstag|freitag|samstag|"
              + "sonntag|januar|februar|marz|juni|juli|oktober|dezember|nicht|doch|statt|viert|dritt|"
              + "zweit|funf|vier|drei|zwei|gerne|stunden|konnen|auch|halb (?:eins|zwei|drei|vier|funf|"
              + "sechs|sieben|acht|neun|zehn|elf|zwolf)|am \\d{1,2}(?=\\.)|vom \\d{1,2}|ab \\d{1,2} uhr"
              + ")\\b");
  private static final Pattern OTHER_LATIN =
      Pattern.compile(
          "\\b(?:"
              + "quiero|quisiera|necesito|para|con|manana|lunes|martes|miercoles|jueves|viernes|enero|"
              + "febrero|marzo|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|mejor|"
              + "por favor|personas|somos|hasta|desde|yate|reservar|vorrei|vorremmo|domani|dopodomani|"
              + "lunedi|martedi|mercoledi|giovedi|venerdi|domenica|gennaio|febbraio|aprile|maggio|"
              + "giugno|luglio|settembre|ottobre|dicembre|persone|siamo|dalle|alle|meglio|stasera|"
              + "preciso|gostaria|queria|amanha|pessoas|obrigado|quero|uma|graag|een|voor|overmorgen|"
              + "zaterdag|zondag|liever"
              + ")\\b");
  private static final Pattern ENGLISH_WORDS =
      Pattern.compile(
          "\\b(?:the|an|i|we|you|me|my|us|is|are|do|can|for|at|in|on|to|of|and|with|want|need|like|please|would|have|from|how|what|who|where|when|it|this|that|yes|no|not|thanks|hello|hi|book|booking|people|guests|tomorrow|tonight|today|until|help|available|price|ok|okay|good|just|about|your|be|there|any|will|if|so|but|or|up|there|love|great|let|go|get|why|which|much|more|hey|stop|start|person|human|cancel|change|accept|sorry|maybe|sure|nice)\\b");

  private final String text;
  private final String wholeLine;

  IntentReader(Utterance utterance) {
    this.text = utterance.all();
    this.wholeLine = text.strip();
  }

  boolean says(Wish wish) {
    return switch (wish) {
      case STOP -> has(STOP_LINE) || has(STOP_PHRASE);
      case START -> has(START);
      case WHO_ANSWERS -> has(WHO_ANSWERS);
      case HUMAN -> HUMAN.matcher(WHO_ANSWERS.matcher(text).replaceAll(" ")).find();
      case CANCEL -> has(CANCEL) && !has(NEGATED_CANCEL) && !has(POLICY);
      case CALLS_OFF -> has(CALLS_OFF) && !has(POLICY);
      case KEEP -> has(KEEP);
      case COMPLAINT -> has(COMPLAINT);
      case CHANGE -> has(CHANGE) && !has(NEGATED_CANCEL) && !has(POLICY);
      case ACCEPT -> has(ACCEPT) && !has(DECLINE) && isPlain() && !has(NOT_NOW);
      case ANSWER_WITH_CONDITION ->
          (has(ACCEPT) || has(DECLINE)) && !says(Wish.ACCEPT) && !says(Wish.DECLINE);
      case YES -> has(YES) && !has(BUT);
      case DECLINE -> has(DECLINE) && isPlain() && !has(IN_PART);
      case NO -> has(NO) && !has(BUT);
      case BOOK -> has(BOOK);
      case PRICE -> has(PRICE);
      case OFFERS -> has(OFFERS);
      case STATUS -> has(STATUS);
      case QUESTION -> has(QUESTION);
      case GREETING -> has(GREETING);
      case SMALL_TALK -> has(SMALL_TALK);
      case THANKS -> has(THANKS);
      case FAREWELL -> has(FAREWELL);
      case EMPTY -> !has(LETTERS) && !text.matches("(?s).*\\d.*");
      case FOREIGN -> isForeign();
      case UNREADABLE -> isGibberish();
    };
  }

  /** Whether all lines together, or each of them, only greet: people greet twice. */
  boolean onlyGreets() {
    return onlyGreets(wholeLine)
        || !wholeLine.isEmpty()
            && wholeLine.lines().filter(line -> !line.isBlank()).allMatch(IntentReader::onlyGreets);
  }

  private static boolean onlyGreets(String words) {
    return ONLY_GREETING.matcher(words).find() && words.length() < 80;
  }

  boolean asksWhetherAnyoneIsThere() {
    return has(ANYONE_THERE);
  }

  /** Whether a question about the offers is about all of them. */
  boolean asksForAnything() {
    return has(ANYTHING);
  }

  /** "Ok", "fine": courteous, but no answer to a contract. */
  boolean weakYes() {
    return has(WEAK_YES);
  }

  private boolean isPlain() {
    return !has(BUT) && !has(QUESTION);
  }

  private boolean isForeign() {
    var letters = LETTERS.matcher(text).results().limit(400).count();
    var other = OTHER_SCRIPT.matcher(text).results().limit(400).count();
    if (letters > 0 && other * 2 > letters) {
      return true;
    }
    var only = Stream.of(FRENCH, GERMAN, OTHER_LATIN).mapToLong(this::count).sum();
    var foreign = only + count(FOREIGN_WORDS);
    var english = count(ENGLISH_WORDS);
    return foreign >= 2 && foreign > english || only >= 1 && english == 0;
  }

  private long count(Pattern pattern) {
    return pattern.matcher(text).results().limit(50).count();
  }

  /** The language of these words among those we write; empty where they are in none of them. */
  Optional<Locale> language() {
    var byLetters =
        SCRIPTS.entrySet().stream()
            .filter(script -> has(script.getKey()))
            .map(Map.Entry::getValue)
            .findFirst();
    if (byLetters.isPresent()) {
      return byLetters;
    }
    var french = count(FRENCH);
    var german = count(GERMAN);
    if (Math.max(french, german) <= count(OTHER_LATIN) || french == german) {
      return Optional.empty();
    }
    return Optional.of(french > german ? Locale.FRENCH : Locale.GERMAN);
  }

  private boolean isGibberish() {
    if (!has(LATIN)) {
      return false;
    }
    var words = text.split("[^a-z']+");
    var odd = 0;
    var counted = 0;
    for (var word : words) {
      if (word.length() >= 4) {
        counted++;
        if (!word.matches(".*[aeiouy].*") || word.matches(".*[bcdfghjklmnpqrstvwxz]{5,}.*")) {
          odd++;
        }
      }
    }
    return counted > 0 && odd * 2 > counted;
  }

  private boolean has(Pattern pattern) {
    return pattern.matcher(text).find();
  }
}
