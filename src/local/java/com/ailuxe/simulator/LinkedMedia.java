package com.ailuxe.simulator;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Fetches media that the app gave as a link, as the provider does before it delivers. */
final class LinkedMedia {
  private final HttpClient http;
  private final MediaStore mediaStore;

  LinkedMedia(HttpClient http, MediaStore mediaStore) {
    this.http = http;
    this.mediaStore = mediaStore;
  }

  Media fetch(String link) {
    try {
      var uri = URI.create(link);
      var request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(10)).build();
      var answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        throw unreachable(link, "answered " + answer.statusCode());
      }
      var path = uri.getPath();
      return mediaStore.keep(
          Channel.WHATSAPP,
          path.substring(path.lastIndexOf('/') + 1),
          answer.headers().firstValue("Content-Type").orElse("application/octet-stream"),
          answer.body());
    } catch (IOException e) {
      throw unreachable(link, Http.reason(e));
    } catch (IllegalArgumentException e) {
      throw unreachable(link, "not a URL");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unreachable(link, "interrupted");
    }
  }

  private static ProviderDesk.Declined unreachable(String link, String reason) {
    return GraphError.badValue("Media download error, " + link + ": " + reason);
  }
}
