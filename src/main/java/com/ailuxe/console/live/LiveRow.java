package com.ailuxe.console.live;

import com.ailuxe.console.frame.Moments.Moment;
import org.jspecify.annotations.Nullable;

/**
 * A conversation in the list.
 *
 * @param version changes with all that is shown, so that what has not changed is left alone
 * @param unread empty for none
 * @param tag what waits, or who answers
 */
public record LiveRow(
    String id,
    String version,
    String contact,
    String initials,
    String language,
    String channel,
    @Nullable Moment at,
    String words,
    String unread,
    @Nullable Tag tag,
    boolean chosen) {

  /**
   * @param kind ok, wait or bad; empty for plain
   */
  public record Tag(String kind, String text) {}
}
