package com.ailuxe.channel;

import com.ailuxe.channel.WebhookRefused.Reason;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * Takes in the bodies of webhooks before it is known whether a provider sent them: each in bounded
 * time, and all that are under way together in bounded memory. What a body begins with is always
 * taken, so that the usual small ones pass while large ones are refused.
 */
@Component
class WebhookBodies {
  /** The part of each body that is taken whatever else is under way. */
  static final DataSize ALWAYS = DataSize.ofKilobytes(16);

  private static final int MOST = (int) WebhookSettings.LIMIT.toBytes();

  private final Duration time;
  private final Semaphore room;

  WebhookBodies(WebhookSettings settings) {
    time = settings.bodyTime();
    room = new Semaphore(Math.toIntExact(settings.bodiesInFlight().toBytes()));
  }

  /** One that was read to its end; it gives its room back when it is closed. */
  final class Body implements AutoCloseable {
    private byte[] bytes;
    private int length;
    private int taken;

    private Body(long announced) {
      bytes = new byte[capacity((int) ALWAYS.toBytes(), announced)];
    }

    /**
     * @param announced by the sender; negative when it is not
     */
    private static int capacity(int wanted, long announced) {
      return (int) Math.min(Math.min(wanted, MOST + 1), announced < 0 ? wanted : announced);
    }

    int length() {
      return length;
    }

    ByteArrayInputStream stream() {
      return new ByteArrayInputStream(bytes, 0, length);
    }

    private boolean isFull() {
      return length == bytes.length;
    }

    private void grow(long announced) {
      if (length > MOST) {
        throw new WebhookRefused(
            Reason.TOO_LARGE, "The limit is " + WebhookSettings.LIMIT.toMegabytes() + " MB");
      }
      var capacity = capacity(2 * length, announced);
      if (!room.tryAcquire(capacity - length)) {
        throw new WebhookRefused(Reason.BUSY, "Too many large bodies are under way");
      }
      taken += capacity - length;
      bytes = Arrays.copyOf(bytes, capacity);
    }

    @Override
    public void close() {
      room.release(taken);
    }
  }

  /**
   * @throws WebhookRefused when it is too large, too slow, or there is no room for it now
   * @throws IOException when the sender hangs up
   */
  Body read(HttpServletRequest request) throws IOException {
    var body = new Body(request.getContentLengthLong());
    try {
      fill(body, request);
      return body;
    } catch (IOException e) {
      body.close();
      if (e.getCause() instanceof SocketTimeoutException) {
        throw tooSlow();
      }
      throw e;
    } catch (RuntimeException e) {
      body.close();
      throw e;
    }
  }

  private void fill(Body body, HttpServletRequest request) throws IOException {
    var begin = System.nanoTime();
    var announced = request.getContentLengthLong();
    var content = request.getInputStream();
    while (body.length != announced || body.length > MOST) {
      if (body.isFull()) {
        body.grow(announced);
      }
      var read = content.read(body.bytes, body.length, body.bytes.length - body.length);
      if (read < 0) {
        return;
      }
      body.length += read;
      if (System.nanoTime() - begin > time.toNanos()) {
        throw tooSlow();
      }
    }
  }

  private WebhookRefused tooSlow() {
    return new WebhookRefused(
        Reason.TOO_SLOW, "It was not there within " + time.toSeconds() + " s");
  }
}
