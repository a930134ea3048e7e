package com.ailuxe.channel;

import com.ailuxe.conversation.OutboundContent.Attachment;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.apache.hc.client5.http.entity.mime.HttpMultipartMode;
import org.apache.hc.client5.http.entity.mime.MultipartEntityBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;

/** A form with one file, written the way browsers do, so that any file name arrives. */
final class Multipart {
  private Multipart() {}

  static HttpEntity of(ObjectNode fields, String fileField, Attachment file) {
    var form =
        MultipartEntityBuilder.create()
            .setMode(HttpMultipartMode.LEGACY)
            .setCharset(StandardCharsets.UTF_8);
    fields
        .properties()
        .forEach(
            field ->
                form.addTextBody(
                    field.getKey(),
                    field.getValue().isTextual()
                        ? field.getValue().asText()
                        : field.getValue().toString(),
                    ContentType.TEXT_PLAIN.withCharset(StandardCharsets.UTF_8)));
    return form.addBinaryBody(
            fileField,
            file.content(),
            ContentType.parse(file.mediaType()),
            file.fileName().replaceAll("[\\p{Cntrl}\"\\\\]", "_"))
        .build();
  }
}
