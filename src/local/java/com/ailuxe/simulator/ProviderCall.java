package com.ailuxe.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * A request of the app, read once: JSON, form and multipart bodies all become fields and files.
 *
 * @param seq its place in the one order of all that happened
 * @param body what the log of calls shows
 * @param fields the JSON object, or the query and form fields as texts
 */
record ProviderCall(
    long seq,
    String method,
    String path,
    String origin,
    @Nullable String authorization,
    @Nullable String body,
    JsonNode fields,
    Map<String, Upload> files) {

  /** A file in a multipart body. */
  record Upload(String name, String mimeType, byte[] bytes) {}

  static ProviderCall read(long seq, ServerRequest request) throws IOException, ServletException {
    var type = request.headers().contentType().orElse(MediaType.ALL);
    var fields = Json.object();
    var files = new LinkedHashMap<String, Upload>();
    String body = null;
    JsonNode json = fields;
    if (type.isCompatibleWith(MediaType.APPLICATION_JSON) && !type.isWildcardType()) {
      body =
          new String(
              request.servletRequest().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      json = parse(body);
    } else {
      if (MediaType.MULTIPART_FORM_DATA.isCompatibleWith(type) && !type.isWildcardType()) {
        for (var part : request.servletRequest().getParts()) {
          if (part.getSubmittedFileName() != null) {
            files.put(part.getName(), upload(part));
          }
        }
      }
      request
          .servletRequest()
          .getParameterMap()
          .forEach((name, values) -> fields.put(name, values[0]));
      body = fields.isEmpty() && files.isEmpty() ? null : described(fields, files);
    }
    if (json instanceof ObjectNode object) {
      request
          .params()
          .forEach(
              (name, values) -> {
                if (!object.has(name)) {
                  object.put(name, values.getFirst());
                }
              });
    }
    var uri = request.uri().toString();
    return new ProviderCall(
        seq,
        request.method().name(),
        request.path(),
        uri.substring(0, uri.indexOf('/', uri.indexOf("//") + 2)),
        request.headers().firstHeader("Authorization"),
        body,
        json,
        files);
  }

  private static JsonNode parse(String body) {
    try {
      return Json.MAPPER.readTree(body);
    } catch (JsonProcessingException e) {
      return Json.MAPPER.missingNode();
    }
  }

  private static Upload upload(Part part) throws IOException {
    var type = part.getContentType();
    return new Upload(
        part.getSubmittedFileName(),
        type == null ? MediaType.APPLICATION_OCTET_STREAM_VALUE : type,
        part.getInputStream().readAllBytes());
  }

  private static String described(ObjectNode fields, Map<String, Upload> files) {
    var described = fields.deepCopy();
    files.forEach(
        (field, file) ->
            described
                .putObject(field)
                .put("file_name", file.name())
                .put("mime_type", file.mimeType())
                .put("file_size", file.bytes().length));
    return described.toString();
  }

  /** The field as text, null when absent. */
  @Nullable String text(String field) {
    var value = fields.path(field);
    return value.isMissingNode() || value.isNull() ? null : value.asText();
  }

  /** A field that is JSON, written as such or as a text that holds JSON. */
  JsonNode json(String field) {
    var value = fields.path(field);
    return value.isTextual() ? parse(value.asText()) : value;
  }
}
