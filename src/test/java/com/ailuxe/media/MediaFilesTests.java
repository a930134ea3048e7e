package com.ailuxe.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ailuxe.agency.AgencyId;
import com.ailuxe.media.MediaRefused.Reason;
import com.ailuxe.shared.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class MediaFilesTests {
  private static final AgencyId AGENCY = new AgencyId(UUID.randomUUID());
  private static final byte[] PDF = "%PDF-1.7 a programme".getBytes(StandardCharsets.ISO_8859_1);

  @TempDir Path directory;
  private MediaFiles files;

  @BeforeEach
  void open() throws IOException {
    files = files(Map.of());
  }

  @Test
  void whatIsKeptIsGivenOutAgainAndNothingElseStaysBehind() throws IOException {
    var kept = keep(PDF, "application/pdf", "programme.pdf");

    assertThat(kept)
        .isEqualTo(new MediaFile(AGENCY, Sha256.hex(PDF), "application/pdf", PDF.length));
    assertThat(content(kept)).isEqualTo(PDF);
    assertThat(filesOnDisk()).isEqualTo(1);
    assertThat(keep(PDF, "application/pdf", null)).isEqualTo(kept);
    assertThat(filesOnDisk()).isEqualTo(1);
  }

  @Test
  void theSameContentOfAnotherAgencyIsAFileOfItsOwn() throws IOException {
    keep(PDF, null, null);
    var others =
        new MediaFile(new AgencyId(UUID.randomUUID()), Sha256.hex(PDF), "application/pdf", 1);

    assertThatThrownBy(() -> files.open(others)).isInstanceOf(MediaUnavailable.class);
  }

  @Test
  void aFileIsReadOnlySoFarAsItMayBeLong() throws IOException {
    var endless = new EndlessStream();

    assertThatThrownBy(() -> files(Map.of("max-image", "64KB")).receive(endless, MediaKind.IMAGE))
        .isInstanceOfSatisfying(
            MediaRefused.class, e -> assertThat(e.reason()).isEqualTo(Reason.TOO_LARGE));

    assertThat(endless.read).isBetween(64L * 1024, 128L * 1024);
    assertThat(filesOnDisk()).isZero();
  }

  @Test
  void whatBreaksOffLeavesNothing() {
    var broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("the line is dead");
          }
        };

    assertThatThrownBy(() -> files.receive(broken, MediaKind.IMAGE)).hasMessage("the line is dead");
    assertThat(filesOnDisk()).isZero();
  }

  @Test
  void whatAKilledProcessLeftHalfReadIsRemovedAtTheNextStart() throws IOException {
    var half = Files.writeString(directory.resolve("incoming/half"), "half a fi");
    var fresh = Files.writeString(directory.resolve("incoming/fresh"), "of another replica");
    Files.setLastModifiedTime(
        half, FileTime.from(Clock.systemUTC().instant().minus(Duration.ofHours(7))));

    files(Map.of());

    assertThat(half).doesNotExist();
    assertThat(fresh).exists();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          application/vnd.openxmlformats-officedocument.wordprocessingml.document, 'PK\u0003\u0004', \
          application/vnd.openxmlformats-officedocument.wordprocessingml.document
          text/csv, 'a;b', text/csv
          application/octet-stream, %PDF-1.7, application/pdf
          , %PDF-1.7, application/pdf
          nonsense, %PDF-1.7, application/pdf
          """)
  void theTypeIsTheMoreSpecialOfWhatIsDeclaredAndWhatIsFound(
      @Nullable String declared, String content, String type) throws IOException {
    assertThat(keep(bytes(content), declared, null).mediaType()).isEqualTo(type);
  }

  @Test
  void aVoiceNoteIsKnownByWhatItsContainerHolds() throws IOException {
    var voice = ByteBuffer.allocate(64).put(bytes("OggS")).position(28).put(bytes("OpusHead"));

    assertThat(keep(voice.array(), "audio/ogg; codecs=opus", null).mediaType())
        .isEqualTo("audio/opus");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          image/jpeg, %PDF-1.7, but its content is application/pdf
          application/pdf, <html><script>alert(1)</script>, but its content is text/html
          text/plain, <html><script>alert(1)</script>, text/html are not taken
          text/html, <html><script>alert(1)</script>, text/html are not taken
          image/svg+xml, <svg xmlns="http://www.w3.org/2000/svg"/>, image/svg+xml are not taken
          application/pdf, 'MZ\u0090\u0000\u0003', but its content is application/x-msdownload
          application/zip, 'PK\u0003\u0004', application/zip are not taken
          image/jpeg, '\u0001\u0002\u0003\u0080', of no known type
          """)
  void whatIsNotWhatItWasSentAsOrNotAllowedIsNotKept(
      String declared, String content, String reason) {
    assertThatThrownBy(() -> keep(bytes(content), declared, "contract.pdf"))
        .isInstanceOfSatisfying(
            MediaRefused.class,
            e -> {
              assertThat(e.reason()).isEqualTo(Reason.TYPE);
              assertThat(e).hasMessageContaining(reason);
            });
    assertThat(filesOnDisk()).isZero();
  }

  @Test
  void aChecksumIsComparedInBothWaysOfWritingIt() throws IOException {
    try (var received = files.receive(new ByteArrayInputStream(PDF), MediaKind.DOCUMENT)) {
      assertThat(received.differsFrom(Sha256.hex(PDF).toUpperCase(Locale.ROOT))).isFalse();
      assertThat(received.differsFrom(Base64.getEncoder().encodeToString(Sha256.of(PDF))))
          .isFalse();
      assertThat(received.differsFrom(Sha256.hex(new byte[1]))).isTrue();
      assertThat(received.differsFrom(Base64.getEncoder().encodeToString(Sha256.of(new byte[1]))))
          .isTrue();
      assertThat(received.differsFrom("no checksum at all")).isFalse();
    }
  }

  @Test
  void whatTheScannerFindsIsRefusedAndGone() throws IOException {
    try (var clamd = new Clamd()) {
      files = files(Map.of("clamd.host", "127.0.0.1", "clamd.port", String.valueOf(clamd.port())));

      assertThat(content(keep(PDF, null, null))).isEqualTo(PDF);
      assertThatThrownBy(() -> keep(bytes("%PDF-1.7 " + Clamd.EICAR), null, null))
          .isInstanceOf(MediaRefused.class)
          .hasMessage("The virus scanner found Eicar-Test-Signature");
    }
    assertThat(filesOnDisk()).isEqualTo(1);
    assertThatThrownBy(() -> keep(PDF, null, null))
        .isInstanceOf(MediaUnavailable.class)
        .hasMessageStartingWith("The virus scanner is away");
  }

  @Test
  void whatIsTooLargeForItsKindGoesAsADocument() throws IOException {
    files = files(Map.of("max-image", "10KB"));

    assertThat(files.kindOf(new MediaFile(AGENCY, Sha256.hex(PDF), "image/png", 10 * 1024)))
        .isEqualTo(MediaKind.IMAGE);
    assertThat(files.kindOf(new MediaFile(AGENCY, Sha256.hex(PDF), "image/png", 10 * 1024 + 1)))
        .isEqualTo(MediaKind.DOCUMENT);
  }

  @Test
  void aFileWithoutNameGetsOneThatOpens() {
    var file = new MediaFile(AGENCY, Sha256.hex(PDF), "image/jpeg", 1);

    assertThat(files.nameOf(file, null)).isEqualTo("file.jpg");
    assertThat(files.nameOf(file, "plan.jpeg")).isEqualTo("plan.jpeg");
  }

  private MediaFiles files(Map<String, String> more) throws IOException {
    var properties = new HashMap<String, String>();
    properties.put("ailuxe.media.directory", directory.toString());
    more.forEach((key, value) -> properties.put("ailuxe.media." + key, value));
    var settings =
        new Binder(new MapConfigurationPropertySource(properties))
            .bindOrCreate("ailuxe.media", MediaProperties.class);
    var beans = new MediaConfiguration();
    return new MediaFiles(
        settings, beans.mediaVault(settings), beans.virusScanner(settings), Clock.systemUTC());
  }

  private MediaFile keep(byte[] content, @Nullable String declared, @Nullable String name)
      throws IOException {
    try (var received = files.receive(new ByteArrayInputStream(content), MediaKind.DOCUMENT)) {
      return files.keep(AGENCY, received, declared, name);
    }
  }

  private byte[] content(MediaFile file) throws IOException {
    try (var content = files.open(file)) {
      return content.readAllBytes();
    }
  }

  private long filesOnDisk() {
    try (var all = Files.walk(directory)) {
      return all.filter(Files::isRegularFile).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(String content) {
    return content.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static final class EndlessStream extends InputStream {
    private long read;

    @Override
    public int read() {
      read++;
      return 7;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      read += length;
      return length;
    }
  }
}
