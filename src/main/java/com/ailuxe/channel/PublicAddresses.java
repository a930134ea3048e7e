package com.ailuxe.channel;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Set;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.jspecify.annotations.Nullable;

/**
 * Finds the addresses of hosts, and none inside a private network: whoever names a host must not
 * make us call our own services. It judges the very addresses that are connected to.
 *
 * @param exempt hosts that may be private, because our own configuration names them
 */
record PublicAddresses(Set<String> exempt) implements DnsResolver {
  /** A host that is inside a private network, or at least claims so. */
  static final class NotPublic extends UnknownHostException {
    NotPublic(String host) {
      super(host + " is in a private network");
    }
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    var addresses = SystemDefaultDnsResolver.INSTANCE.resolve(host);
    if (!exempt.contains(host) && !Arrays.stream(addresses).allMatch(PublicAddresses::isPublic)) {
      throw new NotPublic(host);
    }
    return addresses;
  }

  @Override
  public @Nullable String resolveCanonicalHostname(String host) throws UnknownHostException {
    return SystemDefaultDnsResolver.INSTANCE.resolveCanonicalHostname(host);
  }

  /** Whether an address is public by the registries of special-purpose addresses (RFC 6890). */
  static boolean isPublic(InetAddress address) {
    return !(address.isAnyLocalAddress()
            || address.isLoopbackAddress()
            || address.isLinkLocalAddress()
            || address.isSiteLocalAddress()
            || address.isMulticastAddress())
        && (address instanceof Inet4Address
            ? isPublicV4(address.getAddress())
            : isPublicV6(address.getAddress()));
  }

  private static boolean isPublicV4(byte[] address) {
    var first = address[0] & 0xff;
    var second = address[1] & 0xff;
    return first != 0
        && first < 240
        && !(first == 100 && second >= 64 && second < 128)
        && !(first == 192 && second == 0 && address[2] == 0)
        && !(first == 198 && (second == 18 || second == 19));
  }

  /** Whether it is a global unicast address that does not wrap one of IPv4. */
  private static boolean isPublicV6(byte[] address) {
    var first = (address[0] & 0xff) << 8 | address[1] & 0xff;
    var isGlobal = (first & 0xe000) == 0x2000;
    var isTeredo = first == 0x2001 && address[2] == 0 && address[3] == 0;
    var is6to4 = first == 0x2002;
    return isGlobal && !isTeredo && !is6to4;
  }
}
