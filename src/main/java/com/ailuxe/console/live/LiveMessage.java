package com.ailuxe.console.live;

import com.ailuxe.console.frame.Moments.Moment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message in the chat.
 *
 * @param version changes with all that is shown
 * @param side {@code in} or {@code out}
 * @param day the line above it, where another day begins; empty for none
 * @param words empty where it has none
 * @param notes what else is to know, for example that it was edited
 * @param who who wrote it; empty for the contact
 * @param tick null for what did not leave from here
 */
public record LiveMessage(
    String id,
    long sequence,
    String version,
    String side,
    String day,
    String words,
    @Nullable Quote quote,
    List<String> notes,
    List<String> buttons,
    @Nullable File file,
    String who,
    Moment at,
    @Nullable Tick tick) {

  public record Quote(String who, String words) {}

  /**
   * @param kind ok for what has arrived, bad for what needs somebody; empty for all others
   * @param reason empty where there is none
   */
  public record Tick(String kind, String icon, String text, String reason) {}

  /**
   * @param show {@code image}, {@code audio}, {@code video} or {@code pdf}; {@code link} for what
   *     is only saved, {@code none} for what is not here
   * @param note why it is not here, or how large it is
   */
  public record File(String show, String address, String name, String note) {}
}
