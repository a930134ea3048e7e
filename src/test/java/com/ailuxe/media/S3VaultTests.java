package com.ailuxe.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ailuxe.agency.AgencyId;
import com.ailuxe.local.LoopbackServer;
import com.ailuxe.local.LoopbackServer.Request;
import com.ailuxe.shared.Sha256;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The vault on a server that keeps objects and takes only calls that are signed for it. */
class S3VaultTests {
  private static final byte[] CONTENT = {1, 2, 3};
  private static final MediaFile FILE =
      new MediaFile(new AgencyId(UUID.randomUUID()), Sha256.hex(CONTENT), "image/png", 3);

  private final Map<String, byte[]> objects = new ConcurrentHashMap<>();
  private LoopbackServer server;
  private S3Vault vault;
  private int status = 200;

  @TempDir Path directory;

  @BeforeEach
  void start() {
    server = new LoopbackServer(this::answer);
    vault =
        new S3Vault(
            new MediaProperties.S3(
                "luxe-media",
                "eu-central-1",
                server.url(),
                true,
                "the-access-key",
                "the-secret-key"));
  }

  @AfterEach
  void stop() {
    vault.close();
    server.close();
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

  private void answer(Request request, HttpExchange call) throws IOException {
    var path = request.path();
    if (status != 200
        || !request
            .header("Authorization")
            .matches(
                "AWS4-HMAC-SHA256 Credential=the-access-key/[0-9]{8}/eu-central-1/s3/aws4_request,"
                    + " SignedHeaders=.*host.*, Signature=[0-9a-f]{64}")) {
      LoopbackServer.send(call, 403);
    } else if (request.method().equals("PUT")) {
      objects.put(path, request.body());
      LoopbackServer.send(call, 200);
    } else if (objects.containsKey(path)) {
      LoopbackServer.send(call, 200, objects.get(path));
    } else {
      LoopbackServer.send(call, 404);
    }
  }
}
