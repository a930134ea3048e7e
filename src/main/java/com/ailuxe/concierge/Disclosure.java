package com.ailuxe.concierge;

import java.util.List;
import java.util.stream.Stream;

/** The sentence by which a reply says what answers here, and that there is a person as well. */
public final class Disclosure {
  public static final String OF_THE_RULES = "automatic concierge";
  public static final String OF_THE_MODEL = "AI concierge";

  private Disclosure() {}

  /**
   * @param what answers
   */
  public static String by(String what, String agencyName) {
    return "You are writing with the "
        + what
        + " of "
        + agencyName
        + "; a person from our team is there for you whenever you ask.";
  }

  /** Other words in place of a reply, after the sentence if the reply has it. */
  public static String keptOf(String reply, String agencyName, String words) {
    return Stream.of(OF_THE_RULES, OF_THE_MODEL)
        .map(what -> by(what, agencyName))
        .filter(reply::startsWith)
        .findFirst()
        .map(sentence -> sentence + "\n\n" + words)
        .orElse(words);
  }

  /** The reply without the disclosure, for a contact who has read it meanwhile. */
  public static String takenFrom(String reply, String agencyName) {
    var rest = reply;
    for (var what : List.of(OF_THE_RULES, OF_THE_MODEL)) {
      rest = rest.replace(by(what, agencyName), "");
    }
    return rest.isBlank() ? reply : rest.strip().replaceAll(" {2,}", " ");
  }
}
