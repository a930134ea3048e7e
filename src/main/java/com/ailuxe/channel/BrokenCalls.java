package com.ailuxe.channel;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;

/** Why a call to a provider ended without an answer, as staff read it; logs have the exception. */
final class BrokenCalls {
  private static final String AWAY = "the messenger could not be reached";
  private static final String LATE = "the messenger did not answer in time";

  /** The first that fits, in this order: some are a kind of another one. */
  private static final List<Map.Entry<Class<? extends Exception>, String>> WORDS =
      List.of(
          Map.entry(ConnectTimeoutException.class, AWAY),
          Map.entry(SocketTimeoutException.class, LATE),
          Map.entry(TimeoutException.class, LATE),
          Map.entry(ConnectException.class, AWAY),
          Map.entry(NoRouteToHostException.class, AWAY),
          Map.entry(UnknownHostException.class, AWAY),
          Map.entry(SSLException.class, "there was no secure connection to the messenger"));

  static String words(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .flatMap(cause -> WORDS.stream().filter(known -> known.getKey().isInstance(cause)).limit(1))
        .findFirst()
        .map(Map.Entry::getValue)
        .orElse("the connection to the messenger broke off before an answer came");
  }

  private BrokenCalls() {}
}
