package com.ailuxe.concierge.reading;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads how many people take part. */
public final class GuestReader {
  /** More is a mistake, or a matter for a person. */
  public static final int MOST = 5000;

  /** "For 8000" is a price. */
  private static final int LEAST_AMOUNT = 1000;

  /**
   * @param guests null where nothing, or nothing possible, was said
   */
  public record Reading(
      @Nullable Integer guests, Set<Assumption> assumptions, List<Problem> problems) {
    public static final Reading NONE = new Reading(null, Set.of(), List.of());
  }

  private static final String NUMBER = NumberWords.NUMBER;
  static final String RELATIVE =
      "(?:wife|husband|spouse|partner|girlfriend|boyfriend|fiancee?|friend|mother|father|mom|mum|dad"
          + "|sister|brother|son|daughter|colleague|assistant|boss)";
  private static final String CHILDREN =
      "(?:kids?|child(?:ren)?|daughters?|sons?|nephews?|nieces?|bab(?:y|ies)|infants?|toddlers?|teenagers?|teens?)";
  private static final String PEOPLE =
      "(?:people|personn?es|persons?|pers|guests?|pax|of us|adults?|attendees|passengers?|travell?ers?|participants"
          + "|ladies|gentlemen|men|women|girls|boys|guys|invitees|ppl)";
  private static final String COMPANIONS =
      "(?:friends|others|colleagues|bodyguards?|nann(?:y|ies)|couples)";

  /** What may be between a number and whom it counts: "6 young people", "6pax". */
  private static final String APART = "(?: (?:[a-z]\\w{0,11} )?|(?<=\\d)(?=p|guests|adults))";

  private static final Set<String> ANYBODY =
      Set.of("people", "person", "persons", "guest", "guests", "pax", "of us", "ppl");

  private static final Pattern RANGE =
      Pattern.compile(
          "\\b(?<low>"
              + NUMBER
              + ") ?(?:-|to|or) ?(?<high>"
              + NUMBER
              + ") (?:or so )?"
              + PEOPLE
              + "\\b");
  private static final Pattern FAMILY =
      Pattern.compile(
          "\\b(?<adults>"
              + NUMBER
              + ") adults? ?(?:,|and|&|\\+|plus|with)? ?(?<children>"
              + NUMBER
              + "|an?) "
              + CHILDREN
              + "\\b");
  private static final Pattern MORE =
      Pattern.compile(
          "\\b(?<count>"
              + NUMBER
              + "|an?) (?<way>more|extra|additional|fewer|less)(?: "
              + PEOPLE
              + "| "
              + CHILDREN
              + "|(?=(?: please| now)?[.!,;]?(?:$|\\n)))");
  private static final Pattern PEOPLE_MORE =
      Pattern.compile(
          "\\b(?<count>" + NUMBER + ") " + PEOPLE + " (?<way>more|extra|fewer|less)\\b(?! than)");
  private static final Pattern ADD =
      Pattern.compile(
          "\\b(?:add(?:ing)? (?<count>"
              + NUMBER
              + "|an?)|add another|another) (?:"
              + PEOPLE
              + "|"
              + CHILDREN
              + "|friend)\\b");
  private static final Pattern PLUS =
      Pattern.compile(
          "\\b(?:plus|and also|also) (?:my |our )?(?<count>"
              + NUMBER
              + "|an?) (?:"
              + CHILDREN
              + "|(?:other |more )?(?:"
              + PEOPLE
              + "|friends?|others))\\b");
  private static final Pattern GROUPS =
      Pattern.compile(
          "(?<![\\w.,:-])(?<count>"
              + NUMBER
              + "|an?(?= "
              + CHILDREN
              + "))"
              + APART
              + "(?<who>"
              + PEOPLE
              + "|"
              + CHILDREN
              + "|"
              + COMPANIONS
              + ")\\b");
  private static final Pattern SUM =
      Pattern.compile(
          "(?<![\\w.,+-])(?<one>\\d{1,3}) ?\\+ ?(?<two>\\d{1,3}) (?:"
              + PEOPLE
              + "|"
              + CHILDREN
              + ")\\b");
  private static final Pattern OR_MORE =
      Pattern.compile(
          "\\b(?<low>"
              + NUMBER
              + ") "
              + PEOPLE
              + ",? (?:\\()?(?:or |or maybe |maybe |perhaps |possibly )(?:even )?(?<high>"
              + NUMBER
              + ")\\b(?! ?(?:am|pm|hours?|days?|nights?|:|k\\b))");
  private static final Pattern ADDS = Pattern.compile("^ ?(?:and|&|\\+|plus)(?: with)? $");
  private static final Pattern LISTS = Pattern.compile("^,? ?(?:and |& ?|\\+ ?|plus |with )?$");
  private static final Pattern AMONG_THEM =
      Pattern.compile("\\b(?:incl(?:\\.|uding|udes?)?|of whom|of which|among them)\\b");

  /** Whether those who work count as guests nobody can tell. */
  private static final Pattern CREW_AMONG_THEM =
      Pattern.compile(
          "(?<![\\w.,:-])"
              + NUMBER
              + APART
              + PEOPLE
              + ",? \\(?(?:but|of (?:whom|which)|among them|incl(?:\\.|uding|udes?)?|where)"
              + "(?: of them| the)? (?:"
              + NUMBER
              + "|an?|some|our|my) (?:(?:of (?:them|whom|us) )?(?:are|is|will be) )?(?:our |my |the |an? )?"
              + "(?:crew|staff|security|bodyguards?|nann(?:y|ies)|drivers?|assistants?|photographers?|musicians?|waiters?)\\b(?: members?)?");

  private static final Pattern NOBODY =
      Pattern.compile("\\b(?:zero|no|0) " + PEOPLE + "\\b(?! yet)");
  private static final Pattern COUNTED =
      Pattern.compile(
          "(?<![\\w.,:-])(?<minus>-)?(?<count>"
              + NUMBER
              + ")"
              + APART
              + PEOPLE
              + "\\b(?<me>,? (?:besides|plus|and|&|\\+|as well as|in addition to|not counting|excluding|apart from) (?:me|myself|(?:my|our) "
              + RELATIVE
              + ")\\b)?");
  private static final Pattern COUPLES = Pattern.compile("\\b(?<count>" + NUMBER + ") couples\\b");
  private static final Pattern WITH_FRIENDS =
      Pattern.compile(
          "\\b(?:with|me and|and|plus|bring(?:ing)?) (?:my |our )?(?<count>"
              + NUMBER
              + ") (?:other |more )?(?:friends|others|colleagues|"
              + CHILDREN
              + ")\\b");
  private static final Pattern PARTY =
      Pattern.compile(
          "\\b(?:party|group|table|team|family|company) (?:of|for) (?:about |around |approx\\.? |approximately |roughly )?(?<count>"
              + NUMBER
              + ")\\b(?! ?(?:am|pm|hours?|days?|nights?|:))(?<me> (?:and|plus|&|\\+) (?:me|myself|(?:my|our) "
              + RELATIVE
              + ")\\b)?");
  private static final Pattern WE_ARE =
      Pattern.compile(
          "\\b(?:we are|we're|we will be|we'll be|we'd be|we would be|there (?:are|will be)|in total|total of|(?:guests?|people|persons|party|headcount)(?: from \\d{1,4})? to(?! board)|guests?(?::| are| is)?"
              + "|(?<=^|\\n|[,;.(] ?)(?:persons?|people|pax|ppl|adults|guests)(?::| are| -)?)"
              + " (?:now |only |just |about |around |a group of |a party of ){0,2}(?<count>"
              + NUMBER
              + ")\\b(?!(?:[:./]| ?-)\\d| ?(?:am|pm|k|hours?|hrs?|h|days?|nights?|minutes?|mins?|weeks?|months?|years?|couples?|stars?|%))");
  private static final Pattern ALTOGETHER =
      Pattern.compile(
          "(?:\\b(?:we(?:'d| would|'ll| will)? be|we are|we're|there (?:are|will be)|us|[,(]) ?)(?<count>\\d{1,2}|"
              + NumberWords.WORD
              + ") (?:in total|in all|altogether|all together|all in all)\\b"
              + "|\\bfor (?:the |all )?(?<them>"
              + NUMBER
              + ") of them\\b");
  private static final Pattern COUPLE =
      Pattern.compile(
          "\\bmy "
              + RELATIVE
              + "(?: and| &|,) (?:i|me|myself)\\b"
              + "|\\b(?:i|me|myself)(?: and my|, my| & my| &| \\+|, and my) "
              + RELATIVE
              + "\\b"
              + "|\\b(?:just |only )?(?:with|plus) my "
              + RELATIVE
              + "\\b"
              + "|(?:^|\\n|, ?)(?:an? |the )?couple(?= ?(?:[,;.!\\n]|$))|\\b(?:us|we) (?:two|2)\\b"
              + "|\\b(?:the )?(?:both|two) of us\\b|\\bfor (?:a|the|one) couple\\b(?! of)|\\bme plus one\\b"
              + "|\\bfor me and (?:my "
              + RELATIVE
              + "|one guest)\\b");
  private static final Pattern CHILDREN_TOO =
      Pattern.compile(
          " ?(?:,|and|&|\\+|plus|with) ?(?:our |my |the )?(?<count>"
              + NUMBER
              + "|an?) (?:other |more )?(?:"
              + CHILDREN
              + "|friends?|others|colleagues?|nann(?:y|ies)|bodyguards?)\\b");

  /** More people than those that are counted, but not how many. */
  private static final Pattern COMPANY =
      Pattern.compile(
          "(?:,|\\b(?:and|with|plus)|&|\\+) (?:the|our|my|her|his|some|a few|several)(?: of our| of my)? (?:\\w{1,12} )?"
              + "(?:kids|children|babies|friends|family|families|parents|colleagues|others)\\b"
              + "|\\b(?:my|our|his|her|their) (?:kids|children|friends|family|parents|colleagues)\\b");

  private static final Pattern ME_PLUS =
      Pattern.compile(
          "\\b(?:me|myself) ?(?:\\+|plus) ?(?<count>"
              + NUMBER
              + ")\\b(?!(?:[:./]| ?-)\\d| ?(?:am|pm|k|hours?|h)\\b)"
              + "|\\b(?<friends>"
              + NUMBER
              + ") (?:of )?(?:(?:my|our) )?(?:friends|colleagues|others) (?:and|&|plus|\\+) (?:me|myself)\\b");
  private static final Pattern ALONE =
      Pattern.compile(
          "\\b(?:just|only) (?:for )?(?:me|myself|i)\\b|\\balone\\b|\\bsolo\\b|\\bby myself\\b"
              + "|\\bfor myself\\b|\\bon my own\\b|\\bjust one\\b|\\bfor one\\b");
  private static final Pattern FOR_NUMBER =
      Pattern.compile(
          "\\bfor (?:about |around |up to )?(?<count>"
              + NUMBER
              + ")(?=[.,;!?]*(?:$|[\\n"
              + Utterance.TAKEN
              + "])|[.,;!?] | (?:"
              + Utterance.TAKEN
              + "|on|at|in|from|until|to|tomorrow|tonight|please|and|with|near|this|next|around|the)\\b"
              + "| "
              + Utterance.TAKEN
              + ")");
  private static final Pattern ANSWER =
      Pattern.compile(
          "(?:^|\\n|[,;] ?|\\band )(?:(?:about|around|it's|it is|we are|just|only|maybe|say|make it|make that) )?(?<minus>-)?(?<count>"
              + NUMBER
              + ")(?=[.!,;]?(?:$|\\n| ?[,;"
              + Utterance.TAKEN
              + "]| and\\b| please))");

  /** Reads the number of guests where none were said before. */
  public Reading read(Utterance text, boolean asked) {
    return read(text, asked, null);
  }

  /**
   * @param asked whether the number of guests was the question, so that a number alone answers it
   * @param known how many were said before, from which "one more" counts; null where none were
   */
  public Reading read(Utterance text, boolean asked, @Nullable Integer known) {
    var more = takeMore(text, known != null);
    var read = count(text, asked);
    if (more == null) {
      return read;
    }
    var before = read.guests() != null ? read.guests() : known;
    return before == null ? Reading.NONE : counted(before + more);
  }

  /** How many more, or fewer, than were said; null where nobody is added. */
  private static @Nullable Integer takeMore(Utterance text, boolean anyKnown) {
    var counted = last(text, MORE);
    var match = counted != null ? counted : last(text, PEOPLE_MORE);
    if (match != null) {
      take(text, match);
      var isLess = Set.of("fewer", "less").contains(match.group("way"));
      return isLess ? -number(match, "count") : number(match, "count");
    }
    var added = last(text, ADD);
    if (added != null) {
      take(text, added);
      return added.group("count") == null ? 1 : number(added, "count");
    }
    var plus = anyKnown ? last(text, PLUS) : null;
    if (plus == null) {
      return null;
    }
    take(text, plus);
    return number(plus, "count");
  }

  private static Reading count(Utterance text, boolean asked) {
    var crew = last(text, CREW_AMONG_THEM);
    if (crew != null) {
      take(text, crew);
      return new Reading(null, Set.of(), List.of(new Problem(Problem.Kind.CREW_AMONG_GUESTS, "")));
    }
    var range = last(text, RANGE);
    if (range != null) {
      take(text, range);
      return counted(
          Math.max(number(range, "low"), number(range, "high")), Assumption.LARGER_NUMBER);
    }
    var more = last(text, OR_MORE);
    if (more != null) {
      take(text, more);
      return counted(Math.max(number(more, "low"), number(more, "high")), Assumption.LARGER_NUMBER);
    }
    var sum = last(text, SUM);
    if (sum != null) {
      take(text, sum);
      return counted(number(sum, "one") + number(sum, "two"));
    }
    var groups = text.find(GROUPS);
    if (groups.size() > 1) {
      groups.forEach(group -> take(text, group));
      return counted(together(text, groups));
    }
    var family = last(text, FAMILY);
    if (family != null) {
      take(text, family);
      return counted(number(family, "adults") + number(family, "children"));
    }
    var nobody = last(text, NOBODY);
    if (nobody != null) {
      take(text, nobody);
      return counted(0);
    }
    var couple = last(text, COUPLE);
    if (couple != null) {
      take(text, couple);
      var others = text.find(CHILDREN_TOO);
      others.forEach(match -> take(text, match));
      return others.isEmpty() && COMPANY.matcher(text.all()).find()
          ? Reading.NONE
          : counted(2 + others.stream().mapToInt(match -> number(match, "count")).sum());
    }
    var withMe = last(text, ME_PLUS);
    if (withMe != null) {
      take(text, withMe);
      return counted(1 + number(withMe, withMe.group("count") != null ? "count" : "friends"));
    }
    var match =
        Stream.of(COUNTED, PARTY, WE_ARE)
            .map(pattern -> last(text, pattern))
            .filter(Objects::nonNull)
            .max(Comparator.comparingInt(MatchResult::start));
    if (match.isPresent()) {
      take(text, match.get());
      var minus =
          match.get().namedGroups().containsKey("minus") && match.get().group("minus") != null;
      var andMe = match.get().namedGroups().containsKey("me") && match.get().group("me") != null;
      return counted(minus ? -1 : number(match.get(), "count") + (andMe ? 1 : 0));
    }
    var all = last(text, ALTOGETHER);
    if (all != null) {
      take(text, all);
      return counted(number(all, all.group("count") != null ? "count" : "them"));
    }
    var couples = last(text, COUPLES);
    if (couples != null) {
      take(text, couples);
      return counted(2 * number(couples, "count"));
    }
    var friends = last(text, WITH_FRIENDS);
    if (friends != null) {
      take(text, friends);
      return counted(1 + number(friends, "count"));
    }
    var alone = last(text, ALONE);
    if (alone != null) {
      take(text, alone);
      return counted(1);
    }
    return asked ? answer(text) : Reading.NONE;
  }

  /**
   * "3 ladies and 5 gentlemen" are eight, "8 people: 3 ladies and 5 men" as well; of "6 people, 2
   * of whom are children" the children are counted already, and of two numbers of the same the last
   * one counts.
   */
  private static int together(Utterance text, List<MatchResult> groups) {
    var counts = groups.stream().map(group -> number(group, "count")).toList();
    var most = counts.stream().mapToInt(count -> count).max().orElseThrow();
    var sum = counts.stream().mapToInt(count -> count).sum();
    var kinds = groups.stream().map(group -> group.group("who")).distinct().count();
    if (kinds == 1) {
      return counts.getLast();
    }
    if (AMONG_THEM.matcher(text.all()).find() || (counts.size() > 2 && sum == 2 * most)) {
      return most;
    }
    for (var i = 1; i < groups.size(); i++) {
      var gap = text.all().substring(groups.get(i - 1).end(), groups.get(i).start());
      var anybody =
          ANYBODY.contains(groups.get(i - 1).group("who"))
              || ANYBODY.contains(groups.get(i).group("who"));
      if (!(anybody ? ADDS : LISTS).matcher(gap).find()) {
        return most;
      }
    }
    return sum;
  }

  /** Reads "for 6", which is a number of people only once times and durations are taken. */
  public Reading readRest(Utterance text) {
    var match = last(text, FOR_NUMBER);
    if (match == null || number(match, "count") >= LEAST_AMOUNT) {
      return Reading.NONE;
    }
    take(text, match);
    return counted(number(match, "count"));
  }

  private static Reading answer(Utterance text) {
    var matches = text.find(ANSWER);
    if (matches.isEmpty()) {
      return Reading.NONE;
    }
    var match =
        matches.reversed().stream()
            .filter(answer -> number(answer, "count") <= MOST)
            .findFirst()
            .orElse(matches.getLast());
    text.take(match.start("count"), match.end("count"));
    return counted(match.group("minus") != null ? -1 : number(match, "count"));
  }

  private static Reading counted(int guests, Assumption... assumptions) {
    if (guests < 1) {
      return new Reading(null, Set.of(), List.of(new Problem(Problem.Kind.NO_GUESTS, "")));
    }
    if (guests > MOST) {
      return new Reading(
          null, Set.of(), List.of(new Problem(Problem.Kind.TOO_MANY_GUESTS, guests + "")));
    }
    var assumed = EnumSet.noneOf(Assumption.class);
    assumed.addAll(List.of(assumptions));
    return new Reading(guests, Set.copyOf(assumed), List.of());
  }

  private static int number(MatchResult match, String group) {
    return NumberWords.parse(match.group(group));
  }

  private static @Nullable MatchResult last(Utterance text, Pattern pattern) {
    var matches = text.find(pattern);
    return matches.isEmpty() ? null : matches.getLast();
  }

  private static void take(Utterance text, MatchResult match) {
    text.take(match.start(), match.end());
  }
}
