package com.ailuxe.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ailuxe.agency.AgencyId;
import com.ailuxe.shared.Sha256;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a server that keeps objects and takes only calls that are signed for it. */
class S3VaultTests {
  private static final byte[] CONTENT = {1, 2, 3};
  private static final MediaFile FILE =
      new MediaFile(new AgencyId(UUID.randomUUID()), Sha256.hex(CONTENT), "image/png", 3);

  private final Map<String, byte[]> objects = new ConcurrentHashMap<>();
  private HttpServer server;
  private S3Vault vault;
  private int status = 200;

  @TempDir Path directory;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    vault =
        new S3Vault(
            new MediaProperties.S3(
                "luxe-media",
                "eu-central-1",
                "http://127.0.0.1:" + server.getAddress().getPort(),
                true,
                "the-access-key",
                "the-secret-key"));
  }

  @AfterEach
  void stop() {
    vault.close();
    server.stop(0);
  }

  @Test
  void whatIsPutUnderAgencyAndContentIsOpenedAgain() throws IOException {
    vault.put(FILE, file());
    vault.put(FILE, file());

    assertThat(objects)
        .containsOnlyKeys("/luxe-media/%s/%s".formatted(FILE.agency(), FILE.sha256()));
    try (var content = vault.open(FILE)) {
      assertThat(content).hasBinaryContent(CONTENT);
    }
  }

  @Test
  void aStorageThatRefusesIsAnIoFailure() throws IOException {
    assertThatThrownBy(() -> vault.open(FILE)).isInstanceOf(IOException.class);
    status = 403;
    var file = file();
    assertThatThrownBy(() -> vault.put(FILE, file)).isInstanceOf(IOException.class);
    assertThat(objects).isEmpty();
  }

  private Path file() throws IOException {
    return Files.write(directory.resolve("file"), CONTENT);
  }

  private void answer(HttpExchange call) throws IOException {
    try (call) {
      var body = call.getRequestBody().readAllBytes();
      var path = call.getRequestURI().getPath();
      var signature = String.valueOf(call.getRequestHeaders().getFirst("Authorization"));
      if (status != 200
          || !signature.matches(
              "AWS4-HMAC-SHA256 Credential=the-access-key/[0-9]{8}/eu-central-1/s3/aws4_request,"
                  + " SignedHeaders=.*host.*, Signature=[0-9a-f]{64}")) {
        call.sendResponseHeaders(403, -1);
      } else if (call.getRequestMethod().equals("PUT")) {
        objects.put(path, body);
        call.sendResponseHeaders(200, -1);
      } else if (objects.containsKey(path)) {
        call.sendResponseHeaders(200, objects.get(path).length);
        call.getResponseBody().write(objects.get(path));
      } else {
        call.sendResponseHeaders(404, -1);
      }
    }
  }
}
