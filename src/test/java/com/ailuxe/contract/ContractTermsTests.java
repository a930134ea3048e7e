package com.ailuxe.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.ailuxe.agency.AgencyId;
import com.ailuxe.contact.ContactId;
import com.ailuxe.contact.Identity;
import com.ailuxe.contact.IdentityKind;
import com.ailuxe.shared.BookingId;
import com.ailuxe.shared.ConversationId;
import com.ailuxe.shared.EventTime;
import com.ailuxe.shared.LegalName;
import com.ailuxe.shared.Money;
import com.ailuxe.shared.Sha256;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class ContractTermsTests {
  /** A document in force would else be superseded by one that says the same. */
  @Test
  void theSameTermsHaveTheFingerprintThatIsKeptWithTheDocument() {
    var terms =
        new ContractTerms(
            AgencyId.parse("0b6f8a52-5c53-4c5e-9d5e-1f3a1b8f0001"),
            ContactId.parse("0b6f8a52-5c53-4c5e-9d5e-1f3a1b8f0002"),
            new LegalName("Amélie Laurent"),
            new Identity(IdentityKind.PHONE, "+33612345678"),
            ConversationId.parse("0b6f8a52-5c53-4c5e-9d5e-1f3a1b8f0003"),
            BookingId.parse("0b6f8a52-5c53-4c5e-9d5e-1f3a1b8f0004"),
            "B-7Q4K",
            "Aurelia",
            "Yacht day charter",
            time("2026-12-05T14:00"),
            time("2026-12-05T20:00"),
            "Port Hercule, Monaco",
            6,
            null,
            Money.of("12000", "EUR"),
            new CancellationTerms(36, BigDecimal.valueOf(50), BigDecimal.valueOf(100)));

    assertThat(terms.sha256())
        .isEqualTo(
            Sha256.hex(
                """
                {"agency":{"value":"0b6f8a52-5c53-4c5e-9d5e-1f3a1b8f0001"},\
                "contact":{"value":"0b6f8a52-5c53-4c5e-9d5e-1f3a1b8f0002"},\
                "party":"Amélie Laurent",\
                "identity":{"kind":"PHONE","value":"+33612345678"},\
                "conversationId":"0b6f8a52-5c53-4c5e-9d5e-1f3a1b8f0003",\
                "bookingId":"0b6f8a52-5c53-4c5e-9d5e-1f3a1b8f0004",\
                "bookingReference":"B-7Q4K","talent":"Aurelia","service":"Yacht day charter",\
                "start":{"wallTime":"2026-12-05T14:00:00","zone":"Europe/Monaco"},\
                "end":{"wallTime":"2026-12-05T20:00:00","zone":"Europe/Monaco"},\
                "place":"Port Hercule, Monaco","guests":6,\
                "budget":{"amount":12000.00,"currency":"EUR"},\
                "cancellation":{"freeHours":36,"latePercent":50,"noShowPercent":100}}"""
                    .getBytes(StandardCharsets.UTF_8)));
  }

  private static EventTime time(String wallTime) {
    return new EventTime(LocalDateTime.parse(wallTime), ZoneId.of("Europe/Monaco"));
  }
}
