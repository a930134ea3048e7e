package com.ailuxe.concierge.reading;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Finds what a contact says of other things than the booking, and hides it from the readers: "I'll
 * call you tomorrow" moves no yacht, and "I paid 4500 EUR" is no budget.
 */
public final class Asides {
  /** The rest of a clause; a comma within a number does not end it. */
  private static final String REST =
      "(?:(?!, ?(?!\\d)| so | but | - )[^.!?;\\n]|[.](?=\\d)){0,200}";

  private static final String WE =
      "(?:\\b(?:tomorrow|today|tonight|yesterday|later|then|(?:on|next|this) \\w+),? )?\\b(?:i|we|he|she|they|my \\w+|our \\w+)(?:'ll| will| can| could| would|'d| shall| may| have|'ve)?"
          + "(?: also| then| just| gladly| already)? ";
  private static final String MEALS =
      "\\b(?:breakfast|brunch|lunch|dinner|champagne|flowers|cake|drinks|canapes|snacks|bottles?)\\b";

  private static final List<Pattern> ALWAYS =
      List.of(
          Pattern.compile(
              "\\b(?:(?:i|he|she|it|guests?|wife|husband|son|daughter|mother|father|mum|mom|dad) (?:is|am|are|turns|will be|is turning)|aged?) "
                  + "\\d{1,3}\\b(?! ?(?:am|pm|guests|people|persons|[:/]))(?= years? old| and\\b|[.,!]|$)(?: years? old)?"
                  + "|\\b\\d{1,3}[ -]years?[ -]olds?\\b|\\b(?:under|over) \\d{1,2} years\\b"),
          clause(
              "\\bhold (?:it|this|that|[a-z]+(?: [a-z]+)?)(?: for (?:me|us))? (?:for|another|until|till) "),
          clause(
              "\\b(?:give (?:me|us)|(?:i|we) need|takes? (?:me|us))\\b[^.!?;\\n]{0,40}\\bto (?:decide|think|confirm|answer|check|get back)\\b"),
          clause(
              "\\bbudget for (?:the |our )?(?:catering|food|drinks?|wine|flowers|decorations?|music|tips?)\\b"),
          clause("\\b(?:sunset|sunrise) is\\b"),
          clause(
              "\\b(?:"
                  + NumberWords.NUMBER
                  + "|an?|some) (?:kids?|child(?:ren)?|bab(?:y|ies)|ladies|women|men|teenagers?|vegetarians?|vegans?) (?:is |are )?(?:among|out of|of|in) (?:the|our|us|them|those|these)\\b"),
          clause("\\b(?:might|may) need [^.!?;,\\n]{0,20}\\b(?:more|extra|another|longer)\\b"),
          clause(
              "\\b(?:check|speak|talk|discuss|confirm|agree|ask)(?: (?:it|this|that))?(?: first)?(?: with| to)? (?:my|our|the|her|his) "
                  + GuestReader.RELATIVE
                  + "\\b"),
          Pattern.compile(
              "\\b(?:how (?:are|r) (?:you|u|things)|how(?:'s| is) (?:it going|your day|everything|life)|hope (?:you|all|everything|this)[^.!?;,\\n]{0,40}?)"
                  + "(?: (?:doing|going|all|both|feeling|so far))*(?: (?:today|tonight|this (?:fine |lovely |beautiful )?(?:morning|afternoon|evening|weekend|week)))"),
          clause("\\b(?:see|meet|catch) (?:you|u|ya)\\b"),
          clause(
              "\\b(?:talk|speak|chat)(?: (?:to|with) you)?(?: again)? (?:soon|later|then|tomorrow|today|tonight|on|next|at)\\b"),
          clause(
              WE
                  + "(?:call|phone|ring|text|message|write|e-?mail|contact|get back|come back to|reply|answer"
                  + "|let you know|tell you|paid|transferred|wired|sent|(?:called|wrote)(?: to)? (?:you|him|her|them)|talked|spoke)\\b"),
          clause(
              WE
                  + "(?:send|pay|transfer|wire|settle) (?:it|this|that|you|the (?:deposit|rest|balance|money|amount|invoice|advance|passports?|list|details))\\b"),
          clause(
              WE
                  + "(?:confirm|decide|know)(?: \\w+){0,3}? (?:by|before|until|tomorrow|later|next)\\b"),
          clause(
              "\\b(?:let (?:you|me|us|him|her) know|(?:call|text|ring|phone|remind|e-?mail) (?:you|me|us|him|her)"
                  + "|tell (?:you|me|us) (?:by|before|until|tomorrow|tonight|later|when))\\b"),
          clause(
              "\\b(?:"
                  + NumberWords.NUMBER
                  + "|an?) (?:of (?:us|them)|guests?|people|persons?|ladies|gentlemen|men|women|kids|children) "
                  + "(?:(?:is|are) (?!coming|expected|invited|attending|joining|going|in total)|has\\b|have\\b|needs?\\b"
                  + "|will (?:join|leave|arrive|need|only)\\b|can't\\b|cannot\\b|eats?\\b|prefers?\\b)"),
          clause(
              "\\bpay \\d+ ?%|\\bpay [^.!?;,\\n]{0,30}\\b(?:now|upfront|up front|in advance|first|later|today|tomorrow)\\b|\\b(?:deposit|balance|remainder|the rest)\\b|\\b(?:invoice|receipt)\\b"),
          clause("\\bflight(?: \\w{2,8})? (?:lands?|arrives?|leaves|departs|gets in|is at)\\b"),
          clause(
              "\\b(?:confirm|reply|answer|respond|get back|come back)(?: \\w+){0,2} (?:by|before|within)\\b"));

  private static final List<Pattern> ONCE_THE_DAY_IS_KNOWN =
      List.of(
          clause(
              "\\b(?:my|our|the|his|her|their) (?:\\w+ )?(?:flight|plane|train|ferry|hotel|meeting|restaurant|table)\\b"),
          clause(
              "\\b(?:i|we|they|he|she|my \\w+|our \\w+)(?:'ll| will|'re| are|'m| am| is)?(?: also)? "
                  + "(?:arriv(?:e|es|ing)|land(?:s|ing)?|fly(?:ing)?|flies|get in|check(?:ing)? in)\\b"),
          clause("\\b(?:birthday|anniversary|flight|plane|train|ferry)\\b"),
          clause(
              "\\bi(?:'m| am| will be|'ll be| have(?: got)?|'ve got) (?:in|at|free|busy|a|an|available|away|out|back)\\b"),
          clause(
              "\\b(?:i|we)(?:'ll| will| are|'re)? (?:leav(?:e|ing)|depart(?:ing)? from) (?!at\\b|on\\b|by\\b|around\\b|again\\b)\\w"),
          clause(
              "\\b(?:my|our) "
                  + GuestReader.RELATIVE
                  + "(?: \\p{L}+)? (?:will|is|comes?|arrives?|joins?|needs?)\\b"),
          Pattern.compile(
              "(?<![^.!?;,\\n])(?:[^.!?;,\\n]|[.,](?=\\d)){0,200}\\b(?:afterwards?|after that(?<!(?:day|weekend) after that)|before that|beforehand|later that (?:day|evening|night))\\b"
                  + REST),
          clause("\\b(?:have|bring|serve|prepare|put|get) [^.!?;,\\n]{1,60}\\bready\\b"),
          clause(MEALS + "[^.!?;,\\n]{0,30}? (?=(?:at|by|around) )"),
          clause(
              "\\b(?:champagne|flowers|cake|drinks|canapes|snacks|bottles?)\\b[^.!?;,\\n]{0,20}? (?=for )"));

  private static final String MONTHS = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*";
  private static final Pattern A_DAY =
      Pattern.compile(
          "\\b\\d{1,2}(?:st|nd|rd|th)?(?: of)? "
              + MONTHS
              + "\\b|\\b"
              + MONTHS
              + " \\d{1,2}\\b|\\b\\d{1,2}[./]\\d{1,2}\\b|\\b\\d{4}-\\d{2}-\\d{2}\\b"
              + "|\\b\\d{1,2}(?:st|nd|rd|th)\\b|\\b(?:tomorrow|today|tonight|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\\b");
  private static final Pattern CHANGES =
      Pattern.compile("\\b(?:change|move|shift|switch|reschedule|instead|make it|postpone)\\b");

  /** Asks what somebody or something else than the booking may do; an hour or a day is no such. */
  private static final Pattern OF_OTHERS =
      Pattern.compile(
          "(?<![^.!?\\n])\\W*(?:(?:and|but|also|so|then|please|hi|hello|ok|by the way),? ){0,3}"
              + "(?:may|can|could|is|are|do|does|will|would|shall|should|must) "
              + "(?!(?:i|we|you|it|this|that|there|everything|all|half|noon|midnight|tomorrow|today|tonight|next|another|more|the same|\\d+[a-z]{0,2}"
              + "|(?:mon|tues|wednes|thurs|fri|satur|sun)day|the \\d+(?:st|nd|rd|th)|"
              + NumberWords.NUMBER
              + "|an? (?:extra|additional|further|few|little|bit|hour|minute|day|week|later?|earlier|longer|shorter|different|new|change)"
              + "|(?:the|our|my|your|this|that)(?: (?:whole|entire|new|start|end|boarding))? (?:booking|reservation|charter|cruise|trip|tour|event|party|rental|yacht|boat|villa|car|start|end|time|date|day|transfer|stay|appointment|number|budget|price|place|pick-?up|boarding|whole|team|agency)"
              + ")\\b)"
              + "(?<who>[a-z]\\S*(?: [^\\s?]+){0,2})[^?!\\n]{0,200}\\?");

  private Asides() {}

  /** Hides the questions that are not about the booking or a talent but about others. */
  public static void hideQuestions(Utterance text, TalentMatcher talents) {
    text.find(OF_OTHERS).stream()
        .filter(match -> isOfOthers(match, talents))
        .forEach(match -> text.take(match.start(), match.end()));
  }

  /** Whether such a question is in these words. */
  public static boolean asksOfOthers(String words, TalentMatcher talents) {
    return OF_OTHERS.matcher(words).results().anyMatch(match -> isOfOthers(match, talents));
  }

  private static boolean isOfOthers(MatchResult match, TalentMatcher talents) {
    return talents.read(Utterance.of(match.group("who")), null).candidates().isEmpty();
  }

  /**
   * @param dayIsKnown whether it was said before when the booking begins, so that another time is
   *     more often one of something else; else only a day counts as such, and only beside another
   */
  public static void hide(Utterance text, boolean dayIsKnown) {
    ALWAYS.forEach(text::take);
    if (text.has(CHANGES)) {
      return;
    }
    var others =
        ONCE_THE_DAY_IS_KNOWN.stream()
            .flatMap(pattern -> text.find(pattern).stream())
            .filter(match -> dayIsKnown || A_DAY.matcher(match.group()).find())
            .toList();
    var rest = new StringBuilder(text.open());
    others.forEach(
        match -> rest.replace(match.start(), match.end(), " ".repeat(match.group().length())));
    if (dayIsKnown || A_DAY.matcher(rest).find()) {
      others.forEach(match -> text.take(match.start(), match.end()));
    }
  }

  private static Pattern clause(String beginning) {
    return Pattern.compile("(?:" + beginning + ")" + REST);
  }
}
