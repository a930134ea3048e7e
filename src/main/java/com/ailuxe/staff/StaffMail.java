package com.ailuxe.staff;

import com.ailuxe.agency.AgencyId;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends the queued notices by e-mail. A crash between the mail server's yes and ours sends a notice
 * again, under the same message id, by which mailboxes know it.
 */
@Component
class StaffMail {
  private static final Logger log = LoggerFactory.getLogger(StaffMail.class);

  private final StaffNotices notices;
  private final JdbcClient jdbc;
  private final ObjectProvider<JavaMailSender> server;
  private final StaffProperties properties;
  private final @Nullable String host;

  StaffMail(
      StaffNotices notices,
      JdbcClient jdbc,
      ObjectProvider<JavaMailSender> server,
      StaffProperties properties,
      @Value("${spring.mail.host:#{null}}") @Nullable String host) {
    this.notices = notices;
    this.jdbc = jdbc;
    this.server = server;
    this.properties = properties;
    this.host = host;
  }

  @Scheduled(fixedRateString = "${ailuxe.staff.send-every:PT2S}")
  void sendWaiting() {
    for (var next = notices.claimNext(); next.isPresent(); next = notices.claimNext()) {
      send(next.get());
    }
  }

  private void send(ClaimedNotice notice) {
    var mail = server.getIfAvailable();
    if (mail == null || (host != null && host.isBlank())) {
      notSent(notice, "no mail server is configured; set spring.mail.host");
      return;
    }
    var addresses = addresses(notice.agency(), notice.group());
    if (addresses.isEmpty()) {
      notSent(notice, "nobody in the group " + notice.group().code() + " has an e-mail address");
      return;
    }
    try {
      mail.send(message -> write(message, notice, addresses));
      notices.sent(notice.id());
    } catch (MailException e) {
      log.warn("Staff notice {} was not taken by the mail server", notice.id(), e);
      var reason = String.valueOf(e.getMessage());
      if (notice.lastAttempt()) {
        notices.failed(notice.id(), reason);
      } else {
        notices.later(notice.id(), reason);
      }
    }
  }

  private void notSent(ClaimedNotice notice, String reason) {
    log.info("Staff notice {} is not sent: {}", notice.id(), reason);
    notices.notSent(notice.id(), reason);
  }

  private List<String> addresses(AgencyId agency, StaffGroup group) {
    return jdbc.sql(
            """
            select email from staff where agency_id = :agency and role in (:roles)
              and email is not null order by email""")
        .param("agency", agency.value())
        .param("roles", group.roles())
        .query(String.class)
        .list();
  }

  private void write(MimeMessage message, ClaimedNotice notice, List<String> addresses)
      throws MessagingException {
    message.setFrom(new InternetAddress(properties.mailFrom()));
    for (var address : addresses) {
      message.addRecipient(RecipientType.TO, new InternetAddress(address));
    }
    message.setSubject(notice.subject(), StandardCharsets.UTF_8.name());
    message.setText(notice.text(), StandardCharsets.UTF_8.name());
    message.setHeader("Message-ID", "<" + notice.id() + "@ai-luxe>");
  }
}
