package com.ailuxe.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ailuxe.DemoAgency;
import com.ailuxe.TestClock;
import com.ailuxe.agency.AgencyId;
import com.ailuxe.local.WithPostgres;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES, verifyAutomatically = false)
@TestPropertySource(
    properties = {
      DemoAgency.IN_DATABASE,
      "camunda.client.enabled=false",
      "camel.main.routes-include-pattern=false",
      "ailuxe.staff.mail-from=concierge@maison-luxe.example"
    })
@WithPostgres
@DirtiesContext
@Import(StaffNoticesTests.MailServer.class)
class StaffNoticesTests {
  private static final GreenMail MAILS =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());

  private static int port;

  @Autowired StaffNotices notices;
  @Autowired StaffMail mail;
  @Autowired StaffProperties properties;
  @Autowired JdbcClient jdbc;

  @TestConfiguration(proxyBeanMethods = false)
  static class MailServer {
    @Bean
    TestClock clock() {
      return new TestClock();
    }

    /** The server gets a new port with every start. */
    @Bean
    JavaMailSender mailSender() {
      var sender =
          new JavaMailSenderImpl() {
            @Override
            public int getPort() {
              return port;
            }
          };
      sender.setHost("127.0.0.1");
      return sender;
    }
  }

  @BeforeEach
  void startEmpty() {
    jdbc.sql("delete from staff_notice").update();
    startServer();
  }

  @AfterEach
  void stopServer() {
    MAILS.stop();
  }

  private static void startServer() {
    MAILS.start();
    port = MAILS.getSmtp().getPort();
  }

  @Test
  void aNoticeReachesEverybodyInTheGroupOnce() throws MessagingException {
    employ("Supervisor", "SUPERVISOR", "nora@maison-luxe.example");
    employ("Approver", "APPROVER", "ali@maison-luxe.example");
    employ("No address", "SUPERVISOR", null);
    queue(StaffGroup.SUPERVISOR, "key");
    queue(StaffGroup.SUPERVISOR, "key");

    mail.sendWaiting();
    mail.sendWaiting();

    assertThat(stored()).containsEntry("state", "SENT").containsEntry("reason", null);
    var received = MAILS.getReceivedMessages();
    assertThat(received).hasSize(2);
    var message = received[0];
    assertThat(message.getSubject()).isEqualTo("Zoë waits");
    assertThat(message.getFrom())
        .extracting(Object::toString)
        .containsExactly(properties.mailFrom());
    assertThat(message.getRecipients(RecipientType.TO))
        .extracting(Object::toString)
        .containsExactly("camille@maison-luxe.example", "nora@maison-luxe.example");
    assertThat(message.getHeader("Message-ID"))
        .containsExactly("<" + stored().get("id") + "@ai-luxe>");
  }

  @Test
  void anAgencyWithoutStaffIsNotToldAndTheReasonIsKept() {
    var agency = anotherAgency();
    notices.queue(agency, StaffGroup.APPROVER, "Waits", "A booking waits.", "key");

    mail.sendWaiting();

    assertThat(stored())
        .containsEntry("state", "NOT_SENT")
        .containsEntry("reason", "nobody in the group approver has an e-mail address");
    assertThat(MAILS.getReceivedMessages()).isEmpty();
  }

  @Test
  void withoutAMailServerNothingIsSentAndTheReasonIsKept() {
    queue(StaffGroup.CONCIERGE, "key");

    new StaffMail(notices, jdbc, nobody(), properties, null).sendWaiting();

    assertThat(stored())
        .containsEntry("state", "NOT_SENT")
        .containsEntry("reason", "no mail server is configured; set spring.mail.host");
  }

  @Test
  void aMailServerThatIsDownIsTriedAgainLater() {
    queue(StaffGroup.CONCIERGE, "key");
    MAILS.stop();

    mail.sendWaiting();
    assertThat(stored()).containsEntry("state", "QUEUED").extractingByKey("reason").isNotNull();

    startServer();
    mail.sendWaiting();
    assertThat(stored()).containsEntry("state", "QUEUED").containsEntry("attempts", 1);

    becomesDue();
    mail.sendWaiting();
    assertThat(stored()).containsEntry("state", "SENT").containsEntry("reason", null);
  }

  @Test
  void aNoticeIsGivenUpAfterSixAttempts() {
    queue(StaffGroup.CONCIERGE, "key");
    MAILS.stop();

    for (var attempt = 1; attempt <= 6; attempt++) {
      assertThat(stored()).containsEntry("state", "QUEUED");
      becomesDue();
      mail.sendWaiting();
    }

    assertThat(stored()).containsEntry("state", "FAILED").extractingByKey("reason").isNotNull();
  }

  @Test
  void aSubjectIsOneLine() {
    assertThatThrownBy(
            () ->
                notices.queue(DemoAgency.ID, StaffGroup.CONCIERGE, "One\nBcc: two", "Text", "key"))
        .hasMessageContaining("one line");
  }

  @Test
  void aGroupThatIsNotThereIsRefusedWithThoseThatAre() {
    assertThat(StaffGroup.ofCode("supervisor")).isEqualTo(StaffGroup.SUPERVISOR);
    assertThatThrownBy(() -> StaffGroup.ofCode("chef"))
        .hasMessageContaining("chef")
        .hasMessageContaining("approver");
  }

  private void queue(StaffGroup group, String key) {
    notices.queue(DemoAgency.ID, group, "Zoë waits", "A reply waits in Tasklist.", key);
  }

  private void employ(String name, String role, @Nullable String email) {
    jdbc.sql(
            """
            insert into staff (id, agency_id, username, name, role, email)
            values (?, ?, ?, ?, ?, ?) on conflict (agency_id, username) do nothing""")
        .params(UUID.randomUUID(), DemoAgency.ID.value(), name, name, role)
        .param(email)
        .update();
  }

  private AgencyId anotherAgency() {
    var id = AgencyId.random();
    jdbc.sql(
            """
            insert into agency (id, slug, name, legal_name, address, time_zone, locale, currency,
              created_at)
            values (?, ?, 'Other', 'Other', 'Rome', 'Europe/Rome', 'en', 'EUR', now())""")
        .params(id.value(), id.toString())
        .update();
    return id;
  }

  private Map<String, Object> stored() {
    return jdbc.sql("select id, state, reason, attempts from staff_notice").query().singleRow();
  }

  private void becomesDue() {
    jdbc.sql("update staff_notice set not_before = now()").update();
  }

  private static ObjectProvider<JavaMailSender> nobody() {
    return new StaticListableBeanFactory().getBeanProvider(JavaMailSender.class);
  }
}
