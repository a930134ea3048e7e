package com.ailuxe.bench;

import com.ailuxe.DemoAgency;
import com.ailuxe.agency.Agencies;
import com.ailuxe.contact.ContactId;
import com.ailuxe.contact.Contacts;
import com.ailuxe.contact.Identity;
import com.ailuxe.contact.IdentityKind;
import com.ailuxe.contract.CancellationTerms;
import com.ailuxe.contract.ContractKind;
import com.ailuxe.contract.ContractTerms;
import com.ailuxe.contract.Contracts;
import com.ailuxe.shared.BookingId;
import com.ailuxe.shared.ConversationId;
import com.ailuxe.shared.EventTime;
import com.ailuxe.shared.LegalName;
import com.ailuxe.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How long it takes to issue a contract: number, text, PDF, hash and the rows in PostgreSQL. */
final class ContractSection implements Benchmark.Section {
  private static final int WARM_UP = 2000;
  private static final int MEASURED = 300;
  private static final ZoneId MONACO = ZoneId.of("Europe/Monaco");

  @Override
  public Table run() {
    try (var engine = new EngineElsewhere();
        var app = new AppUnderLoad(engine.grpcAddress())) {
      var agency = app.bean(Agencies.class).profile(DemoAgency.ID);
      var phone = new Identity(IdentityKind.PHONE, "+33612345678");
      var contact =
          app.bean(Contacts.class).recognise(agency, List.of(phone), "Amélie Laurent", "en");
      var contracts = app.bean(Contracts.class);
      var jdbc = app.bean(JdbcClient.class);
      var latencies = new Latencies();
      for (var number = 0; number < WARM_UP + MEASURED; number++) {
        var conversation = conversation(jdbc, contact.id());
        var terms =
            new ContractTerms(
                DemoAgency.ID,
                contact.id(),
                new LegalName("Amélie Laurent"),
                phone,
                conversation,
                booking(jdbc, conversation),
                "B-7Q4K",
                "Aurelia",
                "Yacht day charter",
                new EventTime(LocalDateTime.parse("2030-12-05T14:00"), MONACO),
                new EventTime(LocalDateTime.parse("2030-12-05T20:00"), MONACO),
                "Quai d’Honneur, Port Hercule, Monaco",
                6,
                Money.of("11100", "EUR"),
                Money.of("12000", "EUR"),
                new CancellationTerms(36, BigDecimal.valueOf(50), BigDecimal.valueOf(100)));
        var start = System.nanoTime();
        contracts.issue(ContractKind.SERVICE_AGREEMENT, terms);
        if (number >= WARM_UP) {
          latencies.since(start);
        }
      }
      return new Table("Contract as PDF", "issued", "p50 ms", "p99 ms", "aim: p50 ms")
          .row(latencies.count(), latencies.percentile(50), latencies.percentile(99), "20");
    }
  }

  private static ConversationId conversation(JdbcClient jdbc, ContactId with) {
    var id = ConversationId.random();
    jdbc.sql(
            """
            insert into conversation
              (id, agency_id, contact_id, channel, account_id, recipient_kind, recipient_value,
               handler, created_at, version)
            select ?, agency_id, id, 'WHATSAPP', ?, 'PHONE', '+33612345678', 'CONCIERGE', now(), 0
            from contact where id = ?""")
        .params(id.value(), id.toString(), with.value())
        .update();
    return id;
  }

  private static BookingId booking(JdbcClient jdbc, ConversationId conversation) {
    var id = BookingId.random();
    jdbc.sql(
            """
            insert into booking
              (id, agency_id, contact_id, conversation_id, reference, state, created_at, version)
            select ?, agency_id, contact_id, id, ?, 'INQUIRY', now(), 0 from conversation
            where id = ?""")
        .params(id.value(), id.toString(), conversation.value())
        .update();
    return id;
  }
}
