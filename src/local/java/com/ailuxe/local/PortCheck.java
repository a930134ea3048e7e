package com.ailuxe.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds out before anything starts whether the ports can be had, and says who has them if not. */
final class PortCheck {
  private static final int CONNECT_TIMEOUT_MILLIS = 500;

  private PortCheck() {}

  /**
   * @param ports by the property that moves each
   * @throws LocalStackException naming every unusable port, its property and its holder
   */
  static void requireFree(Map<String, Integer> ports) {
    var problems = new ArrayList<String>();
    var owners = new HashMap<Integer, String>();
    ports.forEach(
        (property, port) -> {
          var owner = owners.putIfAbsent(port, property);
          if (port < 1 || port > 65535) {
            problems.add("%s=%d is no port number.".formatted(property, port));
          } else if (owner != null) {
            problems.add("%s and %s are both %d.".formatted(owner, property, port));
          } else if (isTaken(port)) {
            problems.add(taken(property, port));
          }
        });
    if (!problems.isEmpty()) {
      throw new LocalStackException(describe(problems));
    }
  }

  /** A wildcard listener does not stop a loopback bind on every system, so knock as well. */
  static boolean isTaken(int port) {
    try (var knock = new Socket()) {
      knock.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_TIMEOUT_MILLIS);
      return true;
    } catch (IOException e) {
      return !canBind(port);
    }
  }

  private static boolean canBind(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  private static String taken(String property, int port) {
    return "Port %d is taken by %s.%n  Stop that, or choose another port: --%s=%d"
        .formatted(
            port,
            PortHolder.find(port).map(PortHolder::toString).orElse("an unknown process"),
            property,
            port + 10_000 <= 65535 ? port + 10_000 : port - 10_000);
  }

  private static String describe(List<String> problems) {
    return String.join("%n".formatted(), problems)
        + """

        (With Maven: mvn spring-boot:test-run -Dspring-boot.run.arguments="--name=value ...")""";
  }
}
