package com.ailuxe.channel;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The pooled connections to the providers, with our credentials. They never repeat a call by
 * themselves: whether a message may be sent again is decided in {@link SendOutcomes} alone.
 */
@Configuration(proxyBeanMethods = false)
class ProviderConnections {
  private static final TimeValue KEPT_OPEN = TimeValue.ofMinutes(1);

  /** Always: on a connection that the provider closed meanwhile, a message would end as unknown. */
  private static final TimeValue CHECKED_AFTER = TimeValue.ZERO_MILLISECONDS;

  private final ProviderCredentials credentials;

  ProviderConnections(ProviderCredentials credentials) {
    this.credentials = credentials;
  }

  /**
   * The client for messages, whose end {@link OutboxDispatcher} awaits for a bounded time. No call
   * outlives the lease of its message.
   */
  @Bean(destroyMethod = "close")
  CloseableHttpClient providerHttpClient(OutboundSettings settings) {
    return builder(settings, settings.parallelism(), settings.responseTimeout())
        .addExecInterceptorFirst("bounded", cutOffAfter(settings.lease()))
        .build();
  }

  /** What camel-whatsapp and camel-telegram send messages with. */
  @Bean
  GuardedHttpClient messageHttpClient(CloseableHttpClient providerHttpClient) {
    return new GuardedHttpClient(providerHttpClient);
  }

  /** What camel-telegram answers buttons with, so that no message waits for those. */
  @Bean
  GuardedHttpClient telegramButtonHttpClient(CloseableHttpClient boundedHttpClient) {
    return new GuardedHttpClient(boundedHttpClient);
  }

  /**
   * The client for files that contacts sent, which take their time: messages of ours do not wait
   * for them. A provider's answer says where they are, and may say anything.
   */
  @Bean(destroyMethod = "close")
  CloseableHttpClient mediaHttpClient(
      OutboundSettings settings,
      MediaSettings media,
      WhatsAppSettings whatsApp,
      TelegramSettings telegram) {
    var configured =
        Stream.of(whatsApp.baseUrl(), telegram.baseUrl())
            .map(URI::getHost)
            .collect(Collectors.toUnmodifiableSet());
    return builder(
            settings,
            media.parallelism(),
            settings.responseTimeout(),
            new PublicAddresses(configured))
        .build();
  }

  /**
   * The client for calls that nobody awaits: each is cut off when the time for a whole call is
   * over.
   */
  @Bean(destroyMethod = "close")
  CloseableHttpClient boundedHttpClient(OutboundSettings settings) {
    return builder(settings, settings.parallelism(), settings.responseTimeout())
        .addExecInterceptorFirst("bounded", cutOffAfter(settings.callTimeout()))
        .build();
  }

  /** The client for long polls, whose answer is meant to take its time; each is cut off later. */
  @Bean(destroyMethod = "close")
  CloseableHttpClient pollHttpClient(OutboundSettings settings, TelegramSettings telegram) {
    var wait = telegram.pollWait();
    return builder(settings, settings.parallelism(), wait.plus(settings.responseTimeout()))
        .addExecInterceptorFirst("bounded", cutOffAfter(wait.plus(settings.callTimeout())))
        .build();
  }

  /**
   * Cuts a call off after this time, also one whose answer trickles on. On a call that has ended it
   * does nothing.
   */
  private static ExecChainHandler cutOffAfter(Duration limit) {
    var later = CompletableFuture.delayedExecutor(limit.toMillis(), TimeUnit.MILLISECONDS);
    return (request, scope, chain) -> {
      later.execute(scope.execRuntime::discardEndpoint);
      return chain.proceed(request, scope);
    };
  }

  private HttpClientBuilder builder(OutboundSettings settings, int parallelism, Duration silence) {
    return builder(settings, parallelism, silence, SystemDefaultDnsResolver.INSTANCE);
  }

  private HttpClientBuilder builder(
      OutboundSettings settings, int parallelism, Duration silence, DnsResolver addresses) {
    var responseTimeout = Timeout.of(silence);
    var connections = 2 * parallelism + 1;
    return HttpClients.custom()
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(addresses)
                .setDefaultConnectionConfig(
                    ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(settings.connectTimeout()))
                        .setSocketTimeout(responseTimeout)
                        .setTimeToLive(KEPT_OPEN)
                        .setValidateAfterInactivity(CHECKED_AFTER)
                        .build())
                .setMaxConnPerRoute(connections)
                .setMaxConnTotal(2 * connections)
                .build())
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setConnectionRequestTimeout(Timeout.of(settings.connectTimeout()))
                .setResponseTimeout(responseTimeout)
                .build())
        .addRequestInterceptorLast(credentials)
        .disableAutomaticRetries()
        .disableRedirectHandling()
        .disableCookieManagement()
        .disableAuthCaching();
  }
}
