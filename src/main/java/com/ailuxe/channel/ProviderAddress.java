package com.ailuxe.channel;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.web.util.UriUtils;

/**
 * Puts the addresses of calls to providers together. camel-http looks for placeholders of Camel in
 * them, and hands out secrets or calls beans for what it finds: of what comes from outside, nothing
 * but its own segment is left, whatever its characters.
 */
final class ProviderAddress {
  private static final int HTTPS = 443;
  private static final int HTTP = 80;

  private ProviderAddress() {}

  /**
   * @param segments of the path, below that of the base
   * @throws IllegalArgumentException when one of them would leave its place
   */
  static String of(URI base, String... segments) {
    return Arrays.stream(segments)
        .map(ProviderAddress::encoded)
        .collect(Collectors.joining("/", base + "/", ""));
  }

  /** The host, in lower case, and the port where it is not the usual one of the scheme. */
  static String place(URI address) {
    var host = Objects.toString(address.getHost(), "").toLowerCase(Locale.ROOT);
    var usual = "https".equals(address.getScheme()) ? HTTPS : HTTP;
    return address.getPort() < 0 || address.getPort() == usual
        ? host
        : host + ":" + address.getPort();
  }

  /** Whether both are reached in the same way. */
  static boolean isSamePlace(URI one, URI other) {
    return Objects.equals(one.getScheme(), other.getScheme()) && place(one).equals(place(other));
  }

  private static String encoded(String segment) {
    if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
      throw new IllegalArgumentException("No segment of an address: '" + segment + "'");
    }
    return UriUtils.encodePathSegment(segment, StandardCharsets.UTF_8);
  }
}
