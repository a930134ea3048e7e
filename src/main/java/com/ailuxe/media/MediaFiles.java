package com.ailuxe.media;

import com.ailuxe.agency.AgencyId;
import com.ailuxe.media.MediaRefused.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.util.unit.DataSize;

/** Takes in files, lets nothing harmful pass, keeps them and gives them out again. */
@Service
public class MediaFiles {
  /**
   * No file takes so long to come in: what is older was left behind by a process that was killed.
   */
  private static final Duration LEFT_BEHIND = Duration.ofHours(6);

  private final MediaProperties settings;
  private final MediaVault vault;
  private final VirusScanner scanner;
  private final ContentTypes types;
  private final FileNames names;
  private final Path incoming;

  MediaFiles(MediaProperties settings, MediaVault vault, VirusScanner scanner, Clock clock)
      throws IOException {
    this.settings = settings;
    this.vault = vault;
    this.scanner = scanner;
    this.types = new ContentTypes(settings.allowedTypes());
    this.names = new FileNames(types);
    this.incoming = Files.createDirectories(settings.directory().resolve("incoming"));
    removeLeftBehind(clock);
  }

  /**
   * Reads a file to its end, but not further than its kind may be long. The caller closes both.
   *
   * @throws MediaRefused when it is longer
   * @throws IOException when it breaks off
   */
  public ReceivedFile receive(InputStream content, MediaKind kind) throws IOException {
    var path = Files.createTempFile(incoming, "", "");
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      try (var file = new DigestOutputStream(Files.newOutputStream(path), digest)) {
        copy(content, file, kind);
      }
      return new ReceivedFile(path, HexFormat.of().formatHex(digest.digest()), Files.size(path));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(path);
      throw e;
    }
  }

  /**
   * Keeps a file for an agency.
   *
   * @param declaredType by the sender, if at all
   * @param fileName the sender's, if any
   * @throws MediaRefused when it is no file that we take
   * @throws MediaUnavailable when it can be neither scanned nor kept now
   */
  public MediaFile keep(
      AgencyId agency,
      ReceivedFile file,
      @Nullable String declaredType,
      @Nullable String fileName) {
    try {
      var type = types.verified(file.path(), declaredType, fileName);
      var kept = new MediaFile(agency, file.sha256(), type, file.size());
      scanner.check(file.path());
      vault.put(kept, file.path());
      return kept;
    } catch (IOException e) {
      throw new MediaUnavailable("The file could not be kept: " + e.getMessage(), e);
    }
  }

  /**
   * The content, which the caller closes.
   *
   * @throws MediaUnavailable when the storage does not give it out
   */
  public InputStream open(MediaFile file) {
    try {
      return vault.open(file);
    } catch (IOException e) {
      throw new MediaUnavailable("The file could not be read: " + e.getMessage(), e);
    }
  }

  /** The sender's name for a file as far as it is harmless, with the ending of what the file is. */
  public String nameOf(MediaFile file, @Nullable String given) {
    return names.of(given, file.mediaType());
  }

  /**
   * The kind as which messengers take a file of ours; what is too large for its kind is a document.
   */
  public MediaKind kindOf(MediaFile file) {
    var kind = MediaKind.of(file.mediaType());
    return file.size() > settings.limit(kind).toBytes() ? MediaKind.DOCUMENT : kind;
  }

  private void copy(InputStream content, OutputStream file, MediaKind kind) throws IOException {
    var limit = settings.limit(kind);
    var left = limit.toBytes();
    var buffer = new byte[16 * 1024];
    for (var read = content.read(buffer); read >= 0; read = content.read(buffer)) {
      left -= read;
      if (left < 0) {
        throw tooLarge(kind, limit);
      }
      file.write(buffer, 0, read);
    }
  }

  private static MediaRefused tooLarge(MediaKind kind, DataSize limit) {
    return new MediaRefused(
        Reason.TOO_LARGE,
        "It is larger than the %s that are taken of %s"
            .formatted(
                limit.toMegabytes() > 0 ? limit.toMegabytes() + " MB" : limit.toBytes() + " bytes",
                switch (kind) {
                  case IMAGE -> "an image";
                  case VIDEO -> "a video";
                  case AUDIO -> "a voice note or sound";
                  case DOCUMENT -> "a document";
                  case STICKER -> "a sticker";
                }));
  }

  private void removeLeftBehind(Clock clock) throws IOException {
    var since = clock.instant().minus(LEFT_BEHIND);
    try (var files = Files.list(incoming)) {
      for (var file : files.toList()) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(since)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }
}
