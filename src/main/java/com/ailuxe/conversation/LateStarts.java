package com.ailuxe.conversation;

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
  LateStarts {
    standingStill = List.copyOf(standingStill);
  }

  /**
   * A conversation with a message that nobody has begun with in time.
   *
   * @param overtaken whether somebody began with a message that came later to another conversation
   * @param ofItsOwn whether the engine took the message and the conversation had a turn before:
   *     then that one may be what does not go on
   */
  record Late(ConversationId id, Instant since, boolean overtaken, boolean ofItsOwn) {}

  /** One alone may stand still by itself; several that nobody overtakes do not. */
  static LateStarts of(List<Late> late) {
    var notOvertaken = late.stream().filter(waiting -> !waiting.overtaken()).toList();
    var byItself =
        notOvertaken.isEmpty() || notOvertaken.size() == 1 && notOvertaken.getFirst().ofItsOwn();
    return byItself
        ? new LateStarts(Optional.empty(), late.stream().map(Late::id).toList())
        : new LateStarts(
            Optional.of(notOvertaken.getFirst().since()),
            late.stream().filter(Late::overtaken).map(Late::id).toList());
  }
}
