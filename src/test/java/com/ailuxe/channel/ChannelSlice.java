package com.ailuxe.channel;

import com.ailuxe.conversation.Inbox;
import com.ailuxe.conversation.MessageFiles;
import com.ailuxe.conversation.OutboxClaims;
import com.ailuxe.conversation.SendReports;
import com.ailuxe.media.MediaFiles;
import com.ailuxe.replicas.Replica;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.boot.autoconfigure.AutoConfigurationImportSelector;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.AnnotationAttributes;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.context.support.TestPropertySourceUtils;

/** The routes and their beans over real HTTP, both channels on, inbox and outbox replaced. */
@ResourceLock("providers")
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = ChannelSlice.Context.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = ChannelSlice.ProvidersOnLoopback.class)
@MockitoBean(name = "inbox", types = Inbox.class)
@MockitoBean(name = "outboxClaims", types = OutboxClaims.class)
@MockitoBean(name = "sendReports", types = SendReports.class)
@MockitoBean(name = "replica", types = Replica.class)
@MockitoBean(name = "messageFiles", types = MessageFiles.class)
@MockitoBean(name = "mediaFiles", types = MediaFiles.class)
@TestPropertySource(
    properties = {
      "ailuxe.channel.whatsapp.access-token=" + ChannelSlice.ACCESS_TOKEN,
      "ailuxe.channel.whatsapp.app-secret=" + ChannelSlice.APP_SECRET,
      "ailuxe.channel.whatsapp.verify-token=" + ChannelSlice.VERIFY_TOKEN,
      "ailuxe.channel.telegram.mode=webhook",
      "ailuxe.channel.telegram.bot-token=" + ChannelSlice.BOT_TOKEN,
      "ailuxe.channel.telegram.secret-token=" + ChannelSlice.SECRET_TOKEN,
      "ailuxe.channel.outbound.connect-timeout=1s",
      "ailuxe.channel.outbound.response-timeout=1500ms",
      "ailuxe.channel.outbound.call-timeout=5s",
      "ailuxe.channel.outbound.lease=10s",
      "ailuxe.channel.media.call-timeout=3s"
    })
@interface ChannelSlice {
  String ACCESS_TOKEN = "EAAG-access-token-of-the-tests";
  String APP_SECRET = "app-secret-of-the-tests";
  String VERIFY_TOKEN = "verify-token-of-the-tests";
  String BOT_TOKEN = "7000000001:AAE-bot-token-of-the-tests";
  String SECRET_TOKEN = "secret-token-of-the-tests";

  @Configuration(proxyBeanMethods = false)
  @Import(CamelAndWeb.class)
  @EnableScheduling
  @ComponentScan
  @ConfigurationPropertiesScan
  class Context {
    @Bean
    Clock clock() {
      return Clock.systemUTC();
    }
  }

  /** Both channels call {@link LoopbackProvider}. */
  final class ProvidersOnLoopback
      implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
      TestPropertySourceUtils.addInlinedPropertiesToEnvironment(
          context,
          "ailuxe.channel.whatsapp.base-url=" + LoopbackProvider.URL,
          "ailuxe.channel.whatsapp.media-hosts=" + LoopbackProvider.HOST,
          "ailuxe.channel.telegram.base-url=" + LoopbackProvider.URL);
    }
  }

  /** Starts only what the routes need of all that the class path offers. */
  final class CamelAndWeb extends AutoConfigurationImportSelector {
    private static final List<String> PACKAGES =
        List.of(
            "org.apache.camel.",
            "org.springframework.boot.autoconfigure.availability.",
            "org.springframework.boot.autoconfigure.context.",
            "org.springframework.boot.autoconfigure.task.",
            "org.springframework.boot.http.converter.autoconfigure.",
            "org.springframework.boot.jackson.autoconfigure.",
            "org.springframework.boot.jackson2.autoconfigure.",
            "org.springframework.boot.servlet.autoconfigure.",
            "org.springframework.boot.tomcat.autoconfigure.",
            "org.springframework.boot.validation.autoconfigure.",
            "org.springframework.boot.webmvc.autoconfigure.");

    @Override
    protected Class<?> getAnnotationClass() {
      return ChannelSlice.class;
    }

    @Override
    protected List<String> getCandidateConfigurations(
        AnnotationMetadata metadata, @Nullable AnnotationAttributes attributes) {
      return super.getCandidateConfigurations(metadata, attributes).stream()
          .filter(name -> PACKAGES.stream().anyMatch(name::startsWith))
          .toList();
    }

    @Override
    protected AnnotationAttributes getAttributes(AnnotationMetadata metadata) {
      return new AnnotationAttributes(
          Map.of("exclude", new String[0], "excludeName", new String[0]));
    }
  }
}
