package com.ailuxe.bench;

import com.ailuxe.DemoAgency;
import com.ailuxe.agency.Agencies;
import com.ailuxe.contact.Contacts;
import com.ailuxe.contact.Identity;
import com.ailuxe.contact.IdentityKind;
import com.ailuxe.contract.ContractTerms;
import com.ailuxe.contract.Contracts;
import com.ailuxe.shared.EventTime;
import com.ailuxe.shared.Money;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/** How long it takes to issue a contract: number, text, PDF, hash and the rows in PostgreSQL. */
final class ContractSection implements Benchmark.Section {
  private static final int WARM_UP = 300;
  private static final int MEASURED = 300;
  private static final ZoneId MONACO = ZoneId.of("Europe/Monaco");

  @Override
  public Table run() {
    try (var app = new AppUnderLoad()) {
      var agency = app.bean(Agencies.class).profile(DemoAgency.ID);
      var phone = new Identity(IdentityKind.PHONE, "+33612345678");
      var contact =
          app.bean(Contacts.class).recognise(agency, List.of(phone), "Amélie Laurent", "en");
      var contracts = app.bean(Contracts.class);
      var latencies = new Latencies();
      for (var number = 0; number < WARM_UP + MEASURED; number++) {
        var terms =
            new ContractTerms(
                DemoAgency.ID,
                contact.id(),
                phone,
                UUID.randomUUID(),
                UUID.randomUUID(),
                "B-7Q4K",
                "Aurelia",
                "Yacht day charter",
                new EventTime(LocalDateTime.parse("2030-12-05T14:00"), MONACO),
                new EventTime(LocalDateTime.parse("2030-12-05T20:00"), MONACO),
                "Quai d’Honneur, Port Hercule, Monaco",
                6,
                Money.of("11100", "EUR"),
                Money.of("12000", "EUR"));
        var start = System.nanoTime();
        contracts.issue(terms);
        if (number >= WARM_UP) {
          latencies.since(start);
        }
      }
      return new Table("Contract as PDF", "issued", "p50 ms", "p99 ms", "aim: p50 ms")
          .row(latencies.count(), latencies.percentile(50), latencies.percentile(99), "20");
    }
  }
}
