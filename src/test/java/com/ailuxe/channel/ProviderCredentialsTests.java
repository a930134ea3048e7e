package com.ailuxe.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderCredentialsTests {
  private static final String BOT_TOKEN = "7000000001:AAE-bot";
  private static final String ACCESS_TOKEN = "EAAG-access";

  private final ProviderCredentials credentials =
      new ProviderCredentials(
          new WhatsAppSettings(
              true,
              URI.create("https://graph.facebook.com"),
              "v23.0",
              new Secret(ACCESS_TOKEN),
              null,
              null,
              Set.of("lookaside.fbsbx.com")),
          new TelegramSettings(
              TelegramSettings.Mode.POLLING,
              URI.create("https://api.telegram.org"),
              new Secret(BOT_TOKEN),
              null,
              null,
              Duration.ofSeconds(1)));

  @Test
  void callsAndFilesOfTheBotHaveItsTokenInTheirPath() throws Exception {
    assertThat(pathOf("https://api.telegram.org/bot/getFile"))
        .isEqualTo("/bot" + BOT_TOKEN + "/getFile");
    assertThat(pathOf("https://api.telegram.org/file/bot/photos/1.jpg"))
        .isEqualTo("/file/bot" + BOT_TOKEN + "/photos/1.jpg");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://graph.facebook.com/v23.0/106540352242922/messages",
        "https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1",
        "https://LOOKASIDE.fbsbx.com:443/1"
      })
  void callsAndFilesOfTheAppHaveItsTokenInTheirHeader(String address) throws Exception {
    assertThat(sent(address).getFirstHeader(HttpHeaders.AUTHORIZATION).getValue())
        .isEqualTo("Bearer " + ACCESS_TOKEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://elsewhere.example/bot/getFile",
        "http://api.telegram.org/bot/getFile",
        "https://api.telegram.org:8443/bot/getFile",
        "https://api.telegram.org/other/bot/getFile",
        "http://graph.facebook.com/v23.0/106540352242922/messages",
        "http://lookaside.fbsbx.com/1",
        "https://lookaside.fbsbx.com:8443/1",
        "https://lookaside.fbsbx.com.elsewhere.example/1"
      })
  void nobodyElseGetsOne(String address) throws Exception {
    var call = sent(address);

    assertThat(call.getUri()).hasToString(address);
    assertThat(call.getHeaders()).isEmpty();
  }

  private String pathOf(String address) throws Exception {
    var call = sent(address);
    assertThat(call.getHeaders()).isEmpty();
    return call.getPath();
  }

  private HttpRequest sent(String address) throws Exception {
    var call = new BasicHttpRequest("POST", URI.create(address));
    credentials.process(call, null, HttpCoreContext.create());
    return call;
  }
}
