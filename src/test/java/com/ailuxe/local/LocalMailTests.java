package com.ailuxe.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSenderImpl;

@ResourceLock(Resources.SYSTEM_OUT)
@ExtendWith(OutputCaptureExtension.class)
class LocalMailTests {
  @Test
  void everyRecipientIsOneLineOnTheConsole(CapturedOutput console) {
    var port = FreePorts.find(1).getFirst();
    var mail = new SimpleMailMessage();
    mail.setFrom("concierge@maison-luxe.example");
    mail.setTo("camille@maison-luxe.example", "nora@maison-luxe.example");
    mail.setSubject("Zoë waits");
    mail.setText("A reply waits in Tasklist.");

    var server = LocalMail.start(port, new Progress());
    try {
      sender(Objects.requireNonNull(LocalMail.properties(port).get("spring.mail.host")), port)
          .send(mail);

      await()
          .atMost(Duration.ofSeconds(10))
          .untilAsserted(
              () ->
                  assertThat(console.getOut())
                      .contains("Mail to camille@maison-luxe.example: Zoë waits")
                      .contains("Mail to nora@maison-luxe.example: Zoë waits"));
    } finally {
      server.close();
    }
  }

  private static JavaMailSenderImpl sender(String host, int port) {
    var sender = new JavaMailSenderImpl();
    sender.setHost(host);
    sender.setPort(port);
    sender.setDefaultEncoding("UTF-8");
    return sender;
  }
}
