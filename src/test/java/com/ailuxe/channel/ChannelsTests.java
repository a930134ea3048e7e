package com.ailuxe.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.ailuxe.conversation.Channel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@ResourceLock(Resources.SYSTEM_OUT)
@ExtendWith(OutputCaptureExtension.class)
class ChannelsTests {
  private static final String[] WHATSAPP = {
    "ailuxe.channel.whatsapp.access-token=a",
    "ailuxe.channel.whatsapp.app-secret=b",
    "ailuxe.channel.whatsapp.verify-token=c"
  };
  private static final String BOT = "ailuxe.channel.telegram.bot-token=1:a";

  private final ApplicationContextRunner application =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
          .withUserConfiguration(Settings.class);

  @Test
  void channelsWithoutCredentialsAreOffAndSaySo(CapturedOutput log) {
    application.run(
        context -> {
          assertThat(context.getBean(Channels.class).on()).isEmpty();
          assertThat(log.getOut())
              .containsOnlyOnce(
                  "Channel WHATSAPP is off: not set: ailuxe.channel.whatsapp.access-token")
              .containsOnlyOnce(
                  "Channel TELEGRAM is off: not set: ailuxe.channel.telegram.bot-token");
        });
  }

  @Test
  void channelsWithCredentialsAreOn() {
    application
        .withPropertyValues(WHATSAPP)
        .withPropertyValues(BOT)
        .run(
            context -> {
              var channels = context.getBean(Channels.class);
              assertThat(channels.on())
                  .containsExactlyInAnyOrder(Channel.WHATSAPP, Channel.TELEGRAM);
              assertThat(channels.telegramPolls()).isTrue();
              assertThat(channels.telegramWebhook()).isFalse();
            });
  }

  @Test
  void blankCredentialIsNone() {
    application
        .withPropertyValues(WHATSAPP)
        .withPropertyValues("ailuxe.channel.whatsapp.app-secret=  ")
        .run(context -> assertThat(context.getBean(Channels.class).on()).isEmpty());
  }

  @Test
  void channelCanBeSwitchedOffDespiteItsCredentials() {
    application
        .withPropertyValues(WHATSAPP)
        .withPropertyValues(
            BOT, "ailuxe.channel.whatsapp.enabled=false", "ailuxe.channel.telegram.mode=off")
        .run(context -> assertThat(context.getBean(Channels.class).on()).isEmpty());
  }

  @Test
  void webhookModeNeedsASecretAndRegistersOnlyAtAKnownAddress() {
    var webhook = application.withPropertyValues(BOT, "ailuxe.channel.telegram.mode=webhook");

    webhook.run(context -> assertThat(context.getBean(Channels.class).telegramOn()).isFalse());
    webhook
        .withPropertyValues("ailuxe.channel.telegram.secret-token=s")
        .run(
            context -> {
              assertThat(context.getBean(Channels.class).telegramWebhook()).isTrue();
              assertThat(context.getBean(Channels.class).telegramRegisters()).isFalse();
            });
    webhook
        .withPropertyValues(
            "ailuxe.channel.telegram.secret-token=s",
            "ailuxe.channel.telegram.webhook-url=https://luxe.example/webhooks/telegram")
        .run(context -> assertThat(context.getBean(Channels.class).telegramRegisters()).isTrue());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ailuxe.channel.telegram.bot-token=not a token",
        "ailuxe.channel.telegram.secret-token=not allowed!",
        "ailuxe.channel.whatsapp.api-version=latest",
        "ailuxe.channel.outbound.parallelism=0",
        "ailuxe.channel.outbound.lease=1s",
        "ailuxe.channel.outbound.poll-interval=0s"
      })
  void valueThatCannotWorkStopsTheStart(String property) {
    application.withPropertyValues(property).run(context -> assertThat(context).hasFailed());
  }

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties({
    WhatsAppSettings.class,
    TelegramSettings.class,
    OutboundSettings.class
  })
  @Import(Channels.class)
  static class Settings {}
}
