package com.ailuxe.simulator;

import com.ailuxe.simulator.Misbehaviour.Fault;
import com.ailuxe.simulator.Misbehaviour.Kind;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Where all calls of the app come in: reads, lets faults strike, answers, and writes the call down.
 */
final class ProviderDesk {

  /** What a provider's errors look like. */
  interface Manners {
    Answer tooManyRequests(int retryAfterSeconds);

    Answer serverError(int status);

    Answer expiredToken();
  }

  /** One operation of a provider. */
  interface Operation {
    Answer answer(ProviderCall call);
  }

  /** A provider refuses; the answer says why. */
  static final class Declined extends RuntimeException {
    private final transient Answer answer;

    Declined(Answer answer) {
      super(answer.body().toString());
      this.answer = answer;
    }
  }

  /** Polls go on all the time and are not written down. */
  private static final String POLL = "getUpdates";

  /** What faults of downloads are named by. */
  private static final String DOWNLOAD = "download";

  private final SimulatorState state;
  private final Misbehaviour misbehaviour;

  ProviderDesk(SimulatorState state, Misbehaviour misbehaviour) {
    this.state = state;
    this.misbehaviour = misbehaviour;
  }

  ServerResponse handle(
      ServerRequest request,
      Channel channel,
      String operation,
      Manners manners,
      Operation answering)
      throws Exception {
    var call = ProviderCall.read(state.nextSeq(), request);
    var slow = misbehaviour.strike(Kind.SLOW, channel, operation);
    if (slow.isPresent()) {
      state.pause(slow.get().delayOr(Duration.ofSeconds(3)));
    }
    var answer = fault(channel, operation, manners).orElseGet(() -> answered(call, answering));
    if (!operation.equals(POLL)) {
      state.record(written(call, channel, operation, answer));
    }
    var silent = misbehaviour.strike(Kind.NO_ANSWER, channel, operation);
    if (silent.isPresent()) {
      state.pause(silent.get().delayOr(Duration.ofMinutes(1)));
    }
    return ServerResponse.status(HttpStatusCode.valueOf(answer.status()))
        .contentType(MediaType.APPLICATION_JSON)
        .body(Json.text(answer.body()));
  }

  /** Gives out a file. */
  ServerResponse download(Channel channel, Media media, byte[] bytes) {
    misbehaviour
        .strike(Kind.SLOW, channel, DOWNLOAD)
        .ifPresent(slow -> state.pause(slow.delayOr(Duration.ofSeconds(3))));
    if (misbehaviour.strike(Kind.EXPIRED_FILE, channel, DOWNLOAD).isPresent()) {
      return ServerResponse.notFound().build();
    }
    var error = misbehaviour.strike(Kind.SERVER_ERROR, channel, DOWNLOAD);
    if (error.isPresent()) {
      return ServerResponse.status(error.get().codeOr(500)).build();
    }
    if (misbehaviour.strike(Kind.SPOILT_FILE, channel, DOWNLOAD).isPresent()) {
      bytes = bytes.clone();
      bytes[bytes.length - 1]++;
    }
    return ServerResponse.ok().contentType(MediaType.parseMediaType(media.mimeType())).body(bytes);
  }

  private Fact written(ProviderCall call, Channel channel, String operation, Answer answer) {
    return new Fact.CallReceived(
        new Call(
            call.seq(),
            state.now(),
            channel,
            operation,
            call.method(),
            call.path(),
            call.body(),
            answer.status(),
            answer.body()));
  }

  private static Answer answered(ProviderCall call, Operation answering) {
    try {
      return answering.answer(call);
    } catch (Declined declined) {
      return declined.answer;
    }
  }

  private Optional<Answer> fault(Channel channel, String operation, Manners manners) {
    return misbehaviour
        .strike(Kind.EXPIRED_TOKEN, channel, operation)
        .map(fault -> manners.expiredToken())
        .or(
            () ->
                misbehaviour
                    .strike(Kind.TOO_MANY_REQUESTS, channel, operation)
                    .map(fault -> manners.tooManyRequests(retryAfter(fault))))
        .or(
            () ->
                misbehaviour
                    .strike(Kind.SERVER_ERROR, channel, operation)
                    .map(fault -> manners.serverError(fault.codeOr(500))));
  }

  private static int retryAfter(Fault fault) {
    return fault.retryAfterSeconds() == null ? 3 : fault.retryAfterSeconds();
  }
}
