package com.ailuxe.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class BrokenCallsTests {
  static final List<Exception> FAILURES =
      List.of(
          new ConnectException("Connection refused"),
          new ConnectTimeoutException("Connect timed out"),
          new NoRouteToHostException(),
          new UnknownHostException("graph.facebook.com"),
          new SocketTimeoutException("Read timed out"),
          new TimeoutException(),
          new SSLHandshakeException("bad certificate"),
          new SocketException("Connection reset"),
          new NoHttpResponseException("dropped"),
          new IOException(new SocketTimeoutException("Read timed out")),
          new IllegalStateException(),
          new NullPointerException());

  @ParameterizedTest
  @FieldSource("FAILURES")
  void staffReadWordsAndNoNameOfAClass(Exception failure) {
    assertThat(BrokenCalls.words(failure))
        .contains("messenger")
        .doesNotContain("Exception", "Error", "java")
        .doesNotContain(failure.getClass().getSimpleName());
  }

  @ParameterizedTest
  @FieldSource("LATE")
  void whatWasTooLateIsDistinguishedFromWhatWasNotThere(Exception failure) {
    assertThat(BrokenCalls.words(failure)).isEqualTo("the messenger did not answer in time");
  }

  static final List<Exception> LATE =
      List.of(
          new SocketTimeoutException("Read timed out"),
          new IOException(new SocketTimeoutException("Read timed out")));
}
