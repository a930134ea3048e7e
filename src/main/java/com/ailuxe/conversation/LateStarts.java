package com.ailuxe.conversation;

import com.ailuxe.shared.ConversationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What waits too long for somebody to begin with it.
 *
 * @param waitsSince when the oldest message came of those that nobody is there to begin with; empty
 *     while messages are begun with in general
 * @param standingStill conversations of which only their own last turn does not go on, those that
 *     wait longest first
 */
record LateStarts(Optional<Instant> waitsSince, List<ConversationId> standingStill) {
  /** So many at once whose beginning failed, with nobody who overtakes them, are no accident. */
  static final int SEVERAL = 5;

  LateStarts {
    standingStill = List.copyOf(standingStill);
  }

  /** What tells why nobody has begun with a message. */
  enum Cause {
    /** A turn of the same conversation is open before it. */
    OPEN_TURN,
    /** The engine began with it, and that failed. */
    FAILED,
    /** The engine took it, and had begun with that conversation before. */
    TAKEN,
    UNKNOWN
  }

  /**
   * A conversation with a message that nobody has begun with in time.
   *
   * @param overtaken whether somebody began with a message that came later to another conversation
   */
  record Late(ConversationId id, Instant since, boolean overtaken, Cause cause) {}

  /**
   * Where nobody overtakes a message it may stand still by itself all the same: behind a turn of
   * its own, or because its beginning fails while the engine is there.
   */
  static LateStarts of(List<Late> late) {
    var notOvertaken =
        late.stream()
            .filter(waiting -> !waiting.overtaken() && waiting.cause() != Cause.OPEN_TURN)
            .toList();
    var failed = notOvertaken.stream().filter(waiting -> waiting.cause() == Cause.FAILED).count();
    var general =
        notOvertaken.stream()
            .filter(waiting -> failed >= SEVERAL || waiting.cause() != Cause.FAILED)
            .toList();
    if (general.isEmpty() || general.size() == 1 && general.getFirst().cause() == Cause.TAKEN) {
      return new LateStarts(Optional.empty(), late.stream().map(Late::id).toList());
    }
    return new LateStarts(
        Optional.of(general.getFirst().since()),
        late.stream().filter(waiting -> !general.contains(waiting)).map(Late::id).toList());
  }
}
