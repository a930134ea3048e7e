package com.ailuxe.simulator;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The one place that decides what goes wrong: a list of faults, asked at each API call and each
 * webhook. Nothing goes wrong until {@code PUT /simulator/api/misbehaviour}.
 */
final class Misbehaviour {

  /**
   * What can go wrong; those of files when one is downloaded, those of webhooks there, the others
   * at an API call.
   */
  @JsonFormat(shape = JsonFormat.Shape.STRING)
  enum Kind {
    /** The call is answered after {@code delay}. */
    SLOW,
    /** 429, nothing is sent; Telegram says {@code retryAfterSeconds} with it. */
    TOO_MANY_REQUESTS,
    /** {@code code} or 500, nothing is sent. */
    SERVER_ERROR,
    /** The access token has expired. */
    EXPIRED_TOKEN,
    /** The message is sent, but the answer comes only after {@code delay}. */
    NO_ANSWER,
    /** Accepted, then the status failed with {@code code}. */
    FAILED_STATUS,
    /** The address of a file is not valid any more. */
    EXPIRED_FILE,
    /** The file has other bytes than its checksum says. */
    SPOILT_FILE,
    /** The webhook comes {@code copies} times at once. */
    DUPLICATE_WEBHOOK,
    /** The webhook comes {@code delay} later; what follows overtakes it. */
    LATE_WEBHOOK,
    /** The webhook never comes. */
    LOST_WEBHOOK;

    private boolean atWebhook() {
      return this == DUPLICATE_WEBHOOK || this == LATE_WEBHOOK || this == LOST_WEBHOOK;
    }

    private boolean atDownload() {
      return this == EXPIRED_FILE || this == SPOILT_FILE;
    }
  }

  /**
   * One thing that goes wrong.
   *
   * @param channel where; null for both
   * @param on the operation or the kind of webhook; null for any that sends or any webhook
   * @param times how often; null until replaced
   */
  record Fault(
      Kind kind,
      @Nullable Channel channel,
      @Nullable String on,
      @Nullable Integer times,
      @Nullable Duration delay,
      @Nullable Integer retryAfterSeconds,
      @Nullable Integer code,
      @Nullable Integer copies) {

    Duration delayOr(Duration usual) {
      return delay == null ? usual : delay;
    }

    int codeOr(int usual) {
      return code == null ? usual : code;
    }

    private boolean fits(Kind asked, Channel where, String what) {
      return kind == asked
          && (channel == null || channel == where)
          && (on == null ? kind.atWebhook() || kind.atDownload() || sends(what) : on.equals(what));
    }

    private static boolean sends(String operation) {
      return operation.equals("messages") || operation.startsWith("send");
    }

    private @Nullable Fault used() {
      if (times == null) {
        return this;
      }
      return times <= 1
          ? null
          : new Fault(kind, channel, on, times - 1, delay, retryAfterSeconds, code, copies);
    }
  }

  private final List<Fault> faults = new ArrayList<>();
  private Consumer<List<Fault>> listener = changed -> {};

  /** Tells the listener from now on what is left to go wrong, at each change. */
  synchronized void listen(Consumer<List<Fault>> newListener) {
    listener = newListener;
  }

  synchronized List<Fault> faults() {
    return List.copyOf(faults);
  }

  synchronized void replace(List<Fault> newFaults) {
    faults.clear();
    faults.addAll(newFaults);
    listener.accept(faults());
  }

  synchronized void add(Fault fault) {
    faults.add(fault);
    listener.accept(faults());
  }

  /** The fault that hits now, if any; it counts as used. */
  synchronized Optional<Fault> strike(Kind kind, Channel channel, String what) {
    for (var i = 0; i < faults.size(); i++) {
      var fault = faults.get(i);
      if (fault.fits(kind, channel, what)) {
        var rest = fault.used();
        if (rest == null) {
          faults.remove(i);
        } else {
          faults.set(i, rest);
        }
        listener.accept(faults());
        return Optional.of(fault);
      }
    }
    return Optional.empty();
  }
}
