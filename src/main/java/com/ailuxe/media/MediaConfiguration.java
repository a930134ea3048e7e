package com.ailuxe.media;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where files are kept and who scans them, by configuration. */
@Configuration(proxyBeanMethods = false)
class MediaConfiguration {
  @Bean
  MediaVault mediaVault(MediaProperties settings) {
    return settings.s3().isSet()
        ? new S3Vault(settings.s3())
        : new DirectoryVault(settings.directory().resolve("kept"));
  }

  @Bean
  VirusScanner virusScanner(MediaProperties settings) {
    return settings.clamd().isSet() ? new ClamdScanner(settings.clamd()) : content -> {};
  }
}
