package com.ailuxe.channel;

import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The pooled connections to the providers. They never repeat a call by themselves: whether a
 * message may be sent again is decided in {@link SendOutcomes} alone.
 */
@Configuration(proxyBeanMethods = false)
class ProviderConnections {
  private static final TimeValue KEPT_OPEN = TimeValue.ofMinutes(1);

  /** Always: on a connection that the provider closed meanwhile, a message would end as unknown. */
  private static final TimeValue CHECKED_AFTER = TimeValue.ZERO_MILLISECONDS;

  @Bean(destroyMethod = "close")
  CloseableHttpClient providerHttpClient(OutboundSettings settings) {
    return client(settings, settings.parallelism(), Timeout.of(settings.responseTimeout()));
  }

  /** For files that contacts sent, which take their time: messages of ours do not wait for them. */
  @Bean(destroyMethod = "close")
  CloseableHttpClient mediaHttpClient(OutboundSettings settings, MediaSettings media) {
    return client(settings, media.parallelism(), Timeout.of(settings.responseTimeout()));
  }

  /** For long polls, whose answer is meant to take its time. */
  @Bean(destroyMethod = "close")
  CloseableHttpClient pollHttpClient(OutboundSettings settings, TelegramSettings telegram) {
    return client(
        settings,
        settings.parallelism(),
        Timeout.of(telegram.pollWait().plus(settings.responseTimeout())));
  }

  private static CloseableHttpClient client(
      OutboundSettings settings, int parallelism, Timeout responseTimeout) {
    var connections = 2 * parallelism + 1;
    return HttpClients.custom()
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
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
        .disableAutomaticRetries()
        .disableRedirectHandling()
        .disableCookieManagement()
        .disableAuthCaching()
        .build();
  }
}
