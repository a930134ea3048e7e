package com.ailuxe.channel;

import com.ailuxe.channel.SendOutcome.RetryLater;
import com.ailuxe.conversation.OutboundContent.Attachment;
import com.ailuxe.conversation.OutboundContent.File;
import com.ailuxe.conversation.OutboundContent.KeptFile;
import com.ailuxe.media.MediaFiles;
import com.ailuxe.media.MediaUnavailable;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.SynchronizationAdapter;
import org.apache.camel.util.IOHelper;
import org.apache.hc.client5.http.entity.mime.ByteArrayBody;
import org.apache.hc.client5.http.entity.mime.ContentBody;
import org.apache.hc.client5.http.entity.mime.HttpMultipartMode;
import org.apache.hc.client5.http.entity.mime.InputStreamBody;
import org.apache.hc.client5.http.entity.mime.MultipartEntityBuilder;
import org.apache.hc.core5.http.ContentType;
import org.springframework.stereotype.Component;

/** Writes forms with one file, the way browsers do, so that any file name arrives. */
@Component
class Multipart {
  private static final Duration WHILE_STORAGE_IS_AWAY = Duration.ofSeconds(30);

  private final MediaFiles files;

  Multipart(MediaFiles files) {
    this.files = files;
  }

  /**
   * Makes a form the body of a call. A kept file is streamed and closed with the call.
   *
   * @throws NotSent when the file cannot be read now
   */
  void write(Message call, ObjectNode fields, String fileField, File file) {
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
    call.setBody(form.addPart(fileField, content(call, file)).build());
  }

  private ContentBody content(Message call, File file) {
    var type = ContentType.parse(file.mediaType());
    var name = file.fileName().replaceAll("[\\p{Cntrl}\"\\\\]", "_");
    return switch (file) {
      case Attachment document -> new ByteArrayBody(document.content(), type, name);
      case KeptFile kept -> new InputStreamBody(open(call, kept), type, name, kept.file().size());
    };
  }

  private InputStream open(Message call, KeptFile kept) {
    try {
      var content = files.open(kept.file());
      Objects.requireNonNull(call.getExchange())
          .getExchangeExtension()
          .addOnCompletion(
              new SynchronizationAdapter() {
                @Override
                public void onDone(Exchange exchange) {
                  IOHelper.close(content);
                }
              });
      return content;
    } catch (MediaUnavailable e) {
      throw new NotSent(new RetryLater(WHILE_STORAGE_IS_AWAY, String.valueOf(e.getMessage())));
    }
  }
}
