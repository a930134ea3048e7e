package com.ailuxe.concierge.reading;

/**
 * Something the contact wrote that cannot be so. The detail stays open and is asked for again.
 *
 * @param text what is wrong with it, as the contact may read it within a sentence
 */
public record Problem(Kind kind, String text) {
  public enum Kind {
    PAST(Topic.TIME),
    FAR_AWAY(Topic.TIME),
    NO_SUCH_TIME(Topic.TIME),
    NO_SUCH_DATE(Topic.TIME),
    WEEKDAY_MISMATCH(Topic.TIME),
    END_BEFORE_START(Topic.TIME),
    SEVERAL_DAYS(Topic.TIME),
    SEVERAL_TIMES(Topic.TIME),
    BARE_NUMBER(Topic.GUESTS),
    CREW_AMONG_GUESTS(Topic.GUESTS),
    NO_GUESTS(Topic.GUESTS),
    TOO_MANY_GUESTS(Topic.GUESTS),
    IMPOSSIBLE_AMOUNT(Topic.BUDGET),
    RATE(Topic.BUDGET),
    SEVERAL_TALENTS(Topic.TALENT),
    OTHER_TALENT(Topic.TALENT);

    private final Topic topic;

    Kind(Topic topic) {
      this.topic = topic;
    }

    public Topic topic() {
      return topic;
    }
  }
}
