package com.ailuxe.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Calls a running simulator as the app, a test or the page would. */
final class Caller {

  /** An answer, whatever its status. */
  record Reply(int status, byte[] bytes, HttpResponse<byte[]> response) {
    JsonNode json() {
      try {
        return Json.MAPPER.readTree(bytes);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    JsonNode at(String pointer) {
      return json().at(pointer);
    }

    String text(String pointer) {
      return at(pointer).asText();
    }
  }

  private final HttpClient http = HttpClient.newHttpClient();
  private final SimulatorSettings settings;
  private final int port;

  Caller(SimulatorSettings settings, int port) {
    this.settings = settings;
    this.port = port;
  }

  // The control API

  Reply get(String path) {
    return send(request("/simulator/api" + path).GET());
  }

  Reply post(String path, String json) {
    return send(json(request("/simulator/api" + path), "POST", json));
  }

  Reply put(String path, String json) {
    return send(json(request("/simulator/api" + path), "PUT", json));
  }

  /** A contact writes; gives the provider's id of the message. */
  String says(String contact, String channel, String text) {
    var reply =
        post(
            "/contacts/" + contact + "/" + channel + "/messages",
            Json.text(Json.object().put("text", text)));
    if (reply.status() != 200) {
      throw new AssertionError(new String(reply.bytes(), StandardCharsets.UTF_8));
    }
    return reply.text("/id");
  }

  JsonNode log(String contact, String channel) {
    return get("/contacts/" + contact + "/" + channel + "/log").at("/entries");
  }

  // The providers

  Reply whatsApp(String json) {
    return graph("POST", settings.whatsApp().phoneNumberId() + "/messages", json);
  }

  Reply whatsAppText(String to, String text) {
    var message =
        Json.object().put("messaging_product", "whatsapp").put("to", to).put("type", "text");
    message.putObject("text").put("body", text);
    return whatsApp(Json.text(message));
  }

  Reply graph(String method, String path, String json) {
    return send(
        json(
            authorized(request("/v23.0/" + path), settings.whatsApp().accessToken()),
            method,
            json));
  }

  Reply graphGet(String path) {
    return send(authorized(request("/v23.0/" + path), settings.whatsApp().accessToken()).GET());
  }

  Reply download(String url, String token) {
    return send(authorized(HttpRequest.newBuilder(URI.create(url)), token).GET());
  }

  Reply uploadMedia(String name, String mimeType, byte[] bytes) {
    return send(
        multipart(
            authorized(
                request("/v23.0/" + settings.whatsApp().phoneNumberId() + "/media"),
                settings.whatsApp().accessToken()),
            Map.of("messaging_product", "whatsapp", "type", mimeType),
            "file",
            name,
            mimeType,
            bytes));
  }

  Reply bot(String method, String json) {
    return send(json(request("/bot" + settings.telegram().token() + "/" + method), "POST", json));
  }

  Reply botForm(String method, Map<String, String> fields) {
    var form =
        fields.entrySet().stream()
            .map(
                field ->
                    field.getKey()
                        + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return send(
        request("/bot" + settings.telegram().token() + "/" + method)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
  }

  Reply botUpload(
      String method,
      Map<String, String> fields,
      String part,
      String name,
      String mimeType,
      byte[] bytes) {
    return send(
        multipart(
            request("/bot" + settings.telegram().token() + "/" + method),
            fields,
            part,
            name,
            mimeType,
            bytes));
  }

  Reply sendsFile(
      String contact,
      String channel,
      Map<String, String> fields,
      String name,
      String mimeType,
      byte[] bytes) {
    return send(
        multipart(
            request("/simulator/api/contacts/" + contact + "/" + channel + "/messages"),
            fields,
            "file",
            name,
            mimeType,
            bytes));
  }

  Reply plain(String path) {
    return send(request(path).GET());
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }

  private static HttpRequest.Builder authorized(HttpRequest.Builder request, String token) {
    return request.header("Authorization", "Bearer " + token);
  }

  private static HttpRequest.Builder json(HttpRequest.Builder request, String method, String json) {
    return request
        .header("Content-Type", "application/json")
        .method(method, BodyPublishers.ofString(json));
  }

  private static HttpRequest.Builder multipart(
      HttpRequest.Builder request,
      Map<String, String> fields,
      String part,
      String name,
      String mimeType,
      byte[] bytes) {
    var body = new ByteArrayOutputStream();
    fields.forEach(
        (field, value) ->
            body.writeBytes(
                ("--edge\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n")
                    .formatted(field, value)
                    .getBytes(StandardCharsets.UTF_8)));
    body.writeBytes(
        ("--edge\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type:"
                + " %s\r\n\r\n")
            .formatted(part, name, mimeType)
            .getBytes(StandardCharsets.UTF_8));
    body.writeBytes(bytes);
    body.writeBytes("\r\n--edge--\r\n".getBytes(StandardCharsets.UTF_8));
    return request
        .header("Content-Type", "multipart/form-data; boundary=edge")
        .POST(BodyPublishers.ofByteArray(body.toByteArray()));
  }

  Reply send(HttpRequest.Builder request) {
    try {
      var response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      return new Reply(response.statusCode(), response.body(), response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
