package com.ailuxe.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The one address behind which the replicas of the app are: each connection goes to the next one
 * that listens.
 */
final class LoadBalancer implements AutoCloseable {
  private final ServerSocket server;
  private final List<Integer> ports;
  private final AtomicInteger turn = new AtomicInteger();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /**
   * @param ports of the replicas on this machine
   */
  LoadBalancer(List<Integer> ports) {
    this.ports = ports;
    try {
      server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(this::acceptUntilClosed);
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  private void acceptUntilClosed() {
    while (!server.isClosed()) {
      try {
        var caller = server.accept();
        threads.execute(() -> connect(caller));
      } catch (IOException e) {
        if (!server.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private void connect(Socket caller) {
    for (var attempt = 0; attempt < ports.size(); attempt++) {
      var port = ports.get(Math.floorMod(turn.getAndIncrement(), ports.size()));
      var replica = new Socket();
      try {
        replica.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      } catch (IOException e) {
        close(replica);
        continue;
      }
      threads.execute(() -> pipe(caller, replica));
      pipe(replica, caller);
      return;
    }
    close(caller);
  }

  /** The end of one side is the end of both, as when a process was killed. */
  private static void pipe(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      return;
    } finally {
      close(from);
      close(to);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.shutdownNow();
  }
}
