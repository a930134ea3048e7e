package com.ailuxe.system;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * What holds for every answer, also for those that the server gives before anything of ours sees
 * the call. A browser makes nothing of an answer but what it says it is. Of a body that nobody
 * wanted as much is read as a polite caller has under way, so that the answer arrives; whoever
 * takes longer is hung up on.
 */
final class AnswerValve extends ValveBase {
  /** A page of the console says by itself what it needs beyond that. */
  private static final Map<String, String> ALWAYS =
      Map.of(
          "X-Content-Type-Options", "nosniff",
          "Referrer-Policy", "no-referrer",
          "X-Frame-Options", "DENY",
          "Content-Security-Policy",
              "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'");

  private static final String HSTS = "max-age=31536000; includeSubDomains";

  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final int MOST_UNWANTED = 2 * 1024 * 1024;

  AnswerValve() {
    super(true);
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    ALWAYS.forEach(response::setHeader);
    if (request.isSecure()) {
      response.setHeader("Strict-Transport-Security", HSTS);
    }
    getNext().invoke(request, response);
    if (!request.isAsync() && !isRead(request, response)) {
      request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
    }
  }

  /** The server itself would await each next byte of the rest without end. */
  private static boolean isRead(Request request, Response response) throws IOException {
    var body = request.getCoyoteRequest();
    if (body.isFinished()) {
      return true;
    }
    if (response.getStatus() == HttpStatus.REQUEST_TIMEOUT.value()
        || request.getHeader(HttpHeaders.EXPECT) != null) {
      return false;
    }
    response.finishResponse();
    try {
      return isReadInTime(body);
    } catch (IOException silence) {
      return false;
    }
  }

  private static boolean isReadInTime(org.apache.coyote.Request body) throws IOException {
    var begin = System.nanoTime();
    var unwanted = new Unwanted();
    for (var left = MOST_UNWANTED; left > 0; ) {
      var read = body.doRead(unwanted);
      if (read < 0) {
        return true;
      }
      if (System.nanoTime() - begin > PATIENCE.toNanos()) {
        return false;
      }
      left -= read;
    }
    return false;
  }

  private static final class Unwanted implements ApplicationBufferHandler {
    private ByteBuffer buffer = ByteBuffer.allocate(0);

    @Override
    public void setByteBuffer(ByteBuffer buffer) {
      this.buffer = buffer;
    }

    @Override
    public ByteBuffer getByteBuffer() {
      return buffer;
    }

    @Override
    public void expand(int size) {
      // what is not kept needs no room
    }
  }
}
