package com.ailuxe.channel;

import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The agency's app at Meta.
 *
 * @param baseUrl of the Graph API
 * @param accessToken lets us send
 * @param appSecret signs what comes in
 * @param verifyToken a word of our own that Meta repeats when the webhook is registered
 * @param mediaHosts the only ones that files are fetched from, in lower case; {@code host:port}
 *     where the port is not the usual one
 */
@Validated
@ConfigurationProperties("ailuxe.channel.whatsapp")
record WhatsAppSettings(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("https://graph.facebook.com") URI baseUrl,
    @DefaultValue("v23.0") @Pattern(regexp = "v[0-9]+\\.[0-9]+") String apiVersion,
    @Nullable Secret accessToken,
    @Nullable Secret appSecret,
    @Nullable Secret verifyToken,
    @DefaultValue("lookaside.fbsbx.com") Set<String> mediaHosts) {

  /** Whether files are there: at a known host, and no less protected than the API. */
  boolean haveFilesAt(URI address) {
    return baseUrl.getScheme().equals(address.getScheme())
        && mediaHosts.contains(ProviderAddress.place(address));
  }

  /** The keys without which the channel cannot run. */
  List<String> missing() {
    var missing = new ArrayList<String>();
    if (accessToken == null) {
      missing.add("ailuxe.channel.whatsapp.access-token");
    }
    if (appSecret == null) {
      missing.add("ailuxe.channel.whatsapp.app-secret");
    }
    if (verifyToken == null) {
      missing.add("ailuxe.channel.whatsapp.verify-token");
    }
    return missing;
  }
}
