package com.ailuxe.media;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A scanner that speaks clamd's INSTREAM and knows one virus. */
final class Clamd implements AutoCloseable {
  static final String EICAR = "EICAR-STANDARD-ANTIVIRUS-TEST-FILE";

  private static final String COMMAND = "zINSTREAM\0";

  private final ServerSocket server;
  private final Thread serving;

  Clamd() throws IOException {
    server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    serving = Thread.ofVirtual().start(this::serve);
  }

  int port() {
    return server.getLocalPort();
  }

  private void serve() {
    while (!server.isClosed()) {
      try (var caller = server.accept()) {
        answer(caller);
      } catch (IOException closed) {
        return;
      }
    }
  }

  private static void answer(Socket caller) throws IOException {
    var in = new DataInputStream(caller.getInputStream());
    var command = new String(in.readNBytes(COMMAND.length()), StandardCharsets.US_ASCII);
    var content = new ByteArrayOutputStream();
    for (var length = in.readInt(); length > 0; length = in.readInt()) {
      content.write(in.readNBytes(length));
    }
    var clean = !content.toString(StandardCharsets.ISO_8859_1).contains(EICAR);
    var reply =
        !command.equals(COMMAND)
            ? "UNKNOWN COMMAND"
            : clean ? "stream: OK" : "stream: Eicar-Test-Signature FOUND";
    caller.getOutputStream().write((reply + "\0").getBytes(StandardCharsets.US_ASCII));
  }

  /** Returns when nobody is answered any more. */
  @Override
  public void close() throws IOException {
    server.close();
    try {
      serving.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
