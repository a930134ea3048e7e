package com.ailuxe.local;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.util.Map;

/** A mail server that delivers nothing: every mail to the staff is one line on the console. */
final class LocalMail implements AutoCloseable {
  private static final String HOST = "127.0.0.1";

  private final GreenMail server;

  private LocalMail(GreenMail server) {
    this.server = server;
  }

  static LocalMail start(int port, Progress progress) {
    var server = new GreenMail(new ServerSetup(port, HOST, ServerSetup.PROTOCOL_SMTP));
    server.start();
    var users = server.getUserManager();
    users.setMessageDeliveryHandler((mail, to) -> show(mail, to, users, progress));
    return new LocalMail(server);
  }

  /** What points the app at this server. */
  static Map<String, String> properties(int port) {
    return Map.of(
        "spring.mail.host",
        HOST,
        "spring.mail.port",
        Integer.toString(port),
        "ailuxe.staff.mail-from",
        "concierge@maison-luxe.example");
  }

  private static GreenMailUser show(
      MovingMessage mail, MailAddress to, UserManager users, Progress progress)
      throws MessagingException, UserException {
    progress.say("Mail to %s: %s", to.getEmail(), mail.getMessage().getSubject());
    var known = users.getUserByEmail(to.getEmail());
    return known == null ? users.createUser(to.getEmail(), to.getEmail(), to.getEmail()) : known;
  }

  @Override
  public void close() {
    server.stop();
  }
}
