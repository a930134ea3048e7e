package com.ailuxe.media;

import com.ailuxe.media.MediaRefused.Reason;
import fi.solita.clamav.ClamAVClient;
import fi.solita.clamav.ClamAVSizeLimitException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Asks ClamAV's daemon, which gets the content over the network. */
final class ClamdScanner implements VirusScanner {
  private static final String FOUND = "FOUND";

  private final MediaProperties.Clamd settings;

  ClamdScanner(MediaProperties.Clamd settings) {
    this.settings = settings;
  }

  @Override
  public void check(Path content) {
    var reply = ask(content);
    if (reply.endsWith(FOUND)) {
      throw new MediaRefused(
          Reason.INFECTED,
          "The virus scanner found " + reply.replaceFirst("stream: (.*) FOUND", "$1"));
    }
    if (!reply.endsWith("OK")) {
      throw new MediaUnavailable("The virus scanner cannot tell: " + reply);
    }
  }

  private String ask(Path content) {
    var clamd =
        new ClamAVClient(
            Objects.requireNonNull(settings.host()),
            settings.port(),
            (int) settings.timeout().toMillis());
    try (var stream = new BufferedInputStream(Files.newInputStream(content))) {
      return new String(clamd.scan(stream), StandardCharsets.UTF_8).replace("\0", "").strip();
    } catch (ClamAVSizeLimitException e) {
      throw new MediaUnavailable(
          "The virus scanner takes no file of that size; raise StreamMaxLength in clamd.conf", e);
    } catch (IOException e) {
      throw new MediaUnavailable("The virus scanner is away: " + e, e);
    }
  }
}
