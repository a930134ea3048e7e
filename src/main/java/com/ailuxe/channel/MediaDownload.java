package com.ailuxe.channel;

import com.ailuxe.channel.MediaOutcome.Failed;
import com.ailuxe.channel.MediaOutcome.Refused;
import com.ailuxe.channel.MediaOutcome.RetryLater;
import com.ailuxe.channel.MediaOutcome.Stored;
import com.ailuxe.channel.PublicAddresses.NotPublic;
import com.ailuxe.conversation.FileToFetch;
import com.ailuxe.media.MediaFiles;
import com.ailuxe.media.MediaRefused;
import com.ailuxe.media.MediaUnavailable;
import com.ailuxe.media.ReceivedFile;
import java.io.IOException;
import java.time.Duration;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Fetches a contact's file and has it kept. Not a step of camel-http, which reads an answer to its
 * end, however long, before the route sees any of it.
 */
@Component("mediaDownload")
class MediaDownload {
  private static final int TRIES_FOR_THE_RIGHT_CONTENT = 3;
  private static final Duration ADDRESS_EXPIRED = Duration.ofSeconds(1);

  private final CloseableHttpClient mediaHttpClient;
  private final MediaFiles files;

  MediaDownload(CloseableHttpClient mediaHttpClient, MediaFiles files) {
    this.mediaHttpClient = mediaHttpClient;
    this.files = files;
  }

  /**
   * @throws IOException when the call breaks off
   */
  public MediaOutcome fetch(@Body MediaLink link, @Variable("fetch") FileToFetch fetch)
      throws IOException {
    var call = new HttpGet(link.address());
    try (var received = mediaHttpClient.execute(call, answer -> receive(call, answer, fetch))) {
      return keep(received, fetch);
    } catch (NotFetched e) {
      return e.outcome();
    } catch (NotPublic e) {
      return new Failed("the messenger gave an address of the file inside a private network");
    } catch (MediaRefused e) {
      return new Refused(String.valueOf(e.getMessage()));
    } catch (MediaUnavailable e) {
      return later(fetch, String.valueOf(e.getMessage()));
    }
  }

  /** Hangs up on what is not wanted: a polite end would read it to its end. */
  private ReceivedFile receive(HttpGet call, ClassicHttpResponse answer, FileToFetch fetch)
      throws IOException {
    try {
      if (answer.getCode() == HttpStatus.SC_OK) {
        return files.receive(answer.getEntity().getContent(), fetch.file().kind());
      }
      throw new NotFetched(notGiven(answer.getCode(), fetch));
    } catch (IOException | RuntimeException e) {
      call.cancel();
      throw e;
    }
  }

  private static MediaOutcome notGiven(int status, FileToFetch fetch) {
    var reason = "the file's address answers HTTP " + status;
    return switch (status) {
      // Expired: the next attempt asks for a new one.
      case 401, 403, 404, 410 -> new RetryLater(ADDRESS_EXPIRED, reason);
      case 429 -> new RetryLater(SendOutcomes.backOff(4, fetch.attempt()), reason);
      default -> status >= 500 ? later(fetch, reason) : new Failed(reason);
    };
  }

  private MediaOutcome keep(ReceivedFile received, FileToFetch fetch) {
    var announced = fetch.file().sha256();
    if (announced != null && received.differsFrom(announced)) {
      var reason = "its content is not the one that was announced";
      return fetch.attempt() < TRIES_FOR_THE_RIGHT_CONTENT
          ? later(fetch, reason)
          : new Failed(reason);
    }
    var file = fetch.file();
    return new Stored(files.keep(fetch.agency(), received, file.mediaType(), file.name()));
  }

  private static RetryLater later(FileToFetch fetch, String reason) {
    return new RetryLater(SendOutcomes.backOff(2, fetch.attempt()), reason);
  }
}
