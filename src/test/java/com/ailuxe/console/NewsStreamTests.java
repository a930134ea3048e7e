package com.ailuxe.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ailuxe.DemoAgency;
import com.ailuxe.agency.AgencyId;
import com.ailuxe.replicas.News;
import com.ailuxe.shared.ConversationId;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;

@ConsoleModuleTest
class NewsStreamTests {
  @LocalServerPort int port;
  @Autowired TestRestTemplate http;
  @Autowired News news;

  private final HttpClient client = HttpClient.newHttpClient();
  private final List<String> heard = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() {
    client.shutdownNow();
  }

  @Test
  void anOpenPageHearsOfItsOwnAgencyOnlyAndNothingButIds() {
    var own = new ConversationId(UUID.randomUUID());
    var foreign = new ConversationId(UUID.randomUUID());
    listen();

    news.changed("conversation", AgencyId.random(), foreign);
    news.changed("conversation", DemoAgency.ID, own);

    await().until(() -> heard.contains("data:conversation:" + own));
    assertThat(heard).noneMatch(line -> line.contains(foreign.toString()));
  }

  private void listen() {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/console/news"))
            .header("Cookie", "ailuxe=" + Session.of(http).cookie("ailuxe"))
            .build();
    client
        .sendAsync(request, HttpResponse.BodyHandlers.ofLines())
        .thenAccept(answer -> answer.body().forEach(heard::add));
    await().until(() -> heard.contains(":open"));
  }
}
