package com.ailuxe.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** JSON over HTTP, with cookies. */
final class Http {
  static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .cookieHandler(new CookieManager())
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final URI base;
  private final @Nullable String authorization;

  Http(URI base) {
    this(base, null);
  }

  private Http(URI base, @Nullable String authorization) {
    this.base = base;
    this.authorization = authorization;
  }

  /** Calls as a person who is signed in with each call. */
  static Http as(String name, String password, URI base) {
    var both = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
    return new Http(base, "Basic " + Base64.getEncoder().encodeToString(both));
  }

  JsonNode get(String path) {
    return json(send("GET", path, null));
  }

  JsonNode post(String path, @Nullable Object body) {
    return json(send("POST", path, body));
  }

  JsonNode put(String path, Object body) {
    return json(send("PUT", path, body));
  }

  JsonNode patch(String path, Object body) {
    return json(send("PATCH", path, body));
  }

  byte[] bytes(String path) {
    return send("GET", path, null);
  }

  private byte[] send(String method, String path, @Nullable Object body) {
    try {
      var builder = HttpRequest.newBuilder(base.resolve(path));
      if (authorization != null) {
        builder.header("Authorization", authorization);
      }
      var request =
          builder
              .timeout(Duration.ofSeconds(30))
              .header("Content-Type", "application/json")
              .method(
                  method,
                  body == null
                      ? BodyPublishers.noBody()
                      : BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
              .build();
      HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
      if (answer.statusCode() / 100 != 2) {
        throw new IllegalStateException(
            "%s %s: %d %s"
                .formatted(method, request.uri(), answer.statusCode(), new String(answer.body())));
      }
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + base.resolve(path), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode json(byte[] body) {
    try {
      return body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
