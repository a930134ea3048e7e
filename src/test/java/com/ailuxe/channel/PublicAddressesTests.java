package com.ailuxe.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ailuxe.channel.PublicAddresses.NotPublic;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressesTests {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "127.0.0.1",
        "127.8.8.8",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.8",
        "192.168.1.1",
        "198.18.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:10.0.0.1",
        "::127.0.0.1",
        "64:ff9b::a00:1",
        "100::1",
        "2001::1",
        "2002:a00:1::1",
        "fc00::1",
        "fd12:3456::1",
        "fe80::1",
        "fec0::1",
        "ff02::1"
      })
  void anAddressOfAPrivateNetworkIsRefusedUnlessConfigured(String address)
      throws UnknownHostException {
    assertThatThrownBy(() -> new PublicAddresses(Set.of()).resolve(address))
        .isInstanceOf(NotPublic.class);
    assertThat(new PublicAddresses(Set.of(address)).resolve(address))
        .containsExactly(InetAddress.getByName(address));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1.1.1.1", "100.63.0.1", "157.240.1.1", "172.32.0.1", "2a03:2880:f0ff::1"})
  void anAddressOfTheWorldIsTaken(String address) throws UnknownHostException {
    assertThat(new PublicAddresses(Set.of()).resolve(address)).hasSize(1);
  }

  @Test
  void aNameIsJudgedByWhatItStandsFor() {
    assertThatThrownBy(() -> new PublicAddresses(Set.of("127.0.0.1")).resolve("localhost"))
        .isInstanceOf(NotPublic.class);
  }
}
