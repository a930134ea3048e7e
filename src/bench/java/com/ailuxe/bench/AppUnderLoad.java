package com.ailuxe.bench;

import com.ailuxe.AiLuxeApplication;
import com.ailuxe.DemoAgency;
import com.ailuxe.local.LocalPostgres;
import com.ailuxe.local.OnlyTheApp;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The app in this JVM with a PostgreSQL that writes durably and a provider that costs nothing. The
 * built-in concierge answers, and no burst is waited for.
 */
final class AppUnderLoad implements AutoCloseable {
  private static final Duration GLANCE = Duration.ofSeconds(2);
  private static final String SECRET = "app-secret";
  private static final int CONTACTS = 500;
  private static final String PHONE_PREFIX = "4915100";

  private final LocalPostgres postgres;
  private final Provider provider = new Provider();
  private final ConfigurableApplicationContext app;
  private final URI webhook;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /**
   * @param engine its gRPC address
   */
  AppUnderLoad(URI engine) {
    postgres = LocalPostgres.forMeasurements();
    var database = postgres.createDatabase();
    app =
        new SpringApplicationBuilder(AiLuxeApplication.class)
            .initializers(
                context ->
                    context.getBeanFactory().registerSingleton("onlyTheApp", new OnlyTheApp()))
            .run(
                Stream.of(
                        DemoAgency.IN_DATABASE,
                        "server.address=127.0.0.1",
                        "server.port=0",
                        "management.server.address=127.0.0.1",
                        "management.server.port=0",
                        "spring.main.banner-mode=off",
                        "logging.level.root=warn",
                        "logging.level.com.ailuxe=warn",
                        "spring.datasource.url=" + database.url(),
                        "spring.datasource.username=" + database.username(),
                        "spring.datasource.password=" + database.password(),
                        "camunda.client.mode=self-managed",
                        "camunda.client.auth.method=none",
                        "camunda.client.grpc-address=" + engine,
                        "ailuxe.channel.telegram.mode=off",
                        "ailuxe.channel.whatsapp.base-url=" + provider.url(),
                        "ailuxe.channel.whatsapp.access-token=token",
                        "ailuxe.channel.whatsapp.app-secret=" + SECRET,
                        "ailuxe.channel.whatsapp.verify-token=word",
                        "ailuxe.media.directory=target/media",
                        "ailuxe.journey.quiet-time=PT0S")
                    .map(property -> "--" + property)
                    .toArray(String[]::new));
    var port =
        Objects.requireNonNull(((ServletWebServerApplicationContext) app).getWebServer()).getPort();
    webhook = URI.create("http://127.0.0.1:%d/webhooks/whatsapp".formatted(port));
  }

  Provider provider() {
    return provider;
  }

  <T> T bean(Class<T> type) {
    return app.getBean(type);
  }

  /** The number of one of the contacts, who write again and again. */
  static String phone(int number) {
    return PHONE_PREFIX + "%06d".formatted(number % CONTACTS);
  }

  /**
   * Writes rows past the app, all or none; they are on disk when it returns, so that nothing of
   * this is done while the app is measured.
   *
   * @param parameters of the statements, beside :agency, :account and the :prefix of six digits
   *     that make a contact's number
   */
  void store(List<String> statements, Map<String, ?> parameters) {
    var jdbc = bean(JdbcClient.class);
    bean(TransactionTemplate.class)
        .executeWithoutResult(
            started ->
                statements.forEach(
                    statement ->
                        jdbc.sql(statement)
                            .params(parameters)
                            .param("prefix", PHONE_PREFIX)
                            .param("account", DemoAgency.WHATSAPP_ACCOUNT)
                            .param("agency", DemoAgency.ID.toString())
                            .update()));
    jdbc.sql("vacuum analyze").update();
    postgres.checkpoint();
  }

  /** A contact writes; returns when the app has answered the webhook. */
  int receive(String phone) throws IOException, InterruptedException {
    return receive(phone, "wamid." + UUID.randomUUID());
  }

  /**
   * @param event the provider's id of the message
   */
  int receive(String phone, String event) throws IOException, InterruptedException {
    var body =
        """
        {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages",
        "value":{"messaging_product":"whatsapp","metadata":{"phone_number_id":"%s"},
        "contacts":[{"profile":{"name":"Ada"},"wa_id":"%s"}],
        "messages":[{"from":"%s","id":"%s","timestamp":"%d","type":"text",
        "text":{"body":"Good evening"}}]}}]}]}"""
            .formatted(
                DemoAgency.WHATSAPP_ACCOUNT, phone, phone, event, System.currentTimeMillis() / 1000)
            .getBytes(StandardCharsets.UTF_8);
    var request =
        HttpRequest.newBuilder(webhook)
            .header("Content-Type", "application/json")
            .header("X-Hub-Signature-256", "sha256=" + signature(body))
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    return http.send(request, BodyHandlers.discarding()).statusCode();
  }

  /**
   * Returns when no message is open, or their number stays what it is.
   *
   * @param still for so long
   */
  void awaitRest(Duration still) {
    var jdbc = bean(JdbcClient.class);
    var changed = System.nanoTime();
    long before;
    var open = -1L;
    do {
      LockSupport.parkNanos(GLANCE.toNanos());
      before = open;
      open = jdbc.sql("select count(*) from inbox where state = 'OPEN'").query(Long.class).single();
      if (open != before) {
        changed = System.nanoTime();
      }
    } while (open > 0 && System.nanoTime() - changed < still.toNanos());
  }

  /** The open messages count as answered by a person, so that they burden nothing any more. */
  void handOverRest() {
    bean(JdbcClient.class)
        .sql("update inbox set state = 'HANDED_OVER', settled_at = now() where state = 'OPEN'")
        .update();
  }

  private static String signature(byte[] body) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    app.close();
    http.close();
    provider.close();
    postgres.close();
  }
}
