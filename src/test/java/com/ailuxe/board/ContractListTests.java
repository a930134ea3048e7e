package com.ailuxe.board;

import static org.assertj.core.api.Assertions.assertThat;

import com.ailuxe.TestClock;
import com.ailuxe.agency.AgencyId;
import com.ailuxe.booking.Given;
import com.ailuxe.contract.ContractKind;
import com.ailuxe.contract.ContractState;
import com.ailuxe.journey.WorkersTest;
import com.ailuxe.shared.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WorkersTest
class ContractListTests {
  @Autowired ContractList list;
  @Autowired Given given;
  @Autowired TestClock clock;
  @Autowired JdbcClient jdbc;

  private AgencyId agency;

  @BeforeEach
  void bookingWithThreeDocuments() {
    clock.reset();
    agency = given.agency();
    given.talent(agency, "Aurora", "yacht");
    var booking = given.confirmed(agency, "Aurora", "2027-01-10T10:00", "2027-01-10T14:00");
    Documents.insert(
        jdbc, agency, booking, "SERVICE_AGREEMENT", "M-1", "SUPERSEDED", "2026-12-01T10:00:00Z");
    Documents.insert(
        jdbc, agency, booking, "SERVICE_AGREEMENT", "M-2", "ISSUED", "2026-12-01T11:00:00Z");
    Documents.insert(jdbc, agency, booking, "NDA", "M-3", "ISSUED", "2026-12-01T11:00:00Z");
  }

  @Test
  void entrySaysWhatTheDocumentIsAbout() {
    var entry = page(new ContractFilter(Set.of(), ContractKind.NDA, null), null).getFirst();

    assertThat(entry.contract().number()).isEqualTo("M-3");
    assertThat(entry.reference()).isEqualTo("BK-2026-0001");
    assertThat(entry.contactName()).isEqualTo("Ada Private");
    assertThat(entry.talentName()).isEqualTo("Aurora");
    assertThat(entry.start()).isEqualTo(Given.inParis("2027-01-10T10:00"));
    assertThat(entry.price()).isEqualTo(Money.of("900", "EUR"));
  }

  @Test
  void filtersAreByStateAndWords() {
    assertThat(numbers(new ContractFilter(Set.of(ContractState.SUPERSEDED), null, null)))
        .containsExactly("M-1");
    assertThat(numbers(new ContractFilter(Set.of(), null, "m-2"))).containsExactly("M-2");
    assertThat(numbers(new ContractFilter(Set.of(), null, "bk 2026 1"))).hasSize(3);
    assertThat(numbers(new ContractFilter(Set.of(), null, "Nobody"))).isEmpty();
  }

  @Test
  void pagesHaveEveryContractOnceTheLatestFirst() {
    var seen = new ArrayList<String>();
    String after = null;
    do {
      var page = list.page(agency, ContractFilter.NONE, after, 1);
      page.lines().forEach(entry -> seen.add(entry.contract().number()));
      after = page.next();
    } while (after != null);

    assertThat(seen).containsExactlyInAnyOrder("M-1", "M-2", "M-3").endsWith("M-1");
  }

  @Test
  void nothingOfAnotherAgencyIsListed() {
    assertThat(list.page(given.agency(), ContractFilter.NONE, null, 10).lines()).isEmpty();
  }

  private List<String> numbers(ContractFilter filter) {
    return page(filter, null).stream().map(entry -> entry.contract().number()).toList();
  }

  private List<ContractEntry> page(ContractFilter filter, @Nullable String after) {
    return list.page(agency, filter, after, 10).lines();
  }
}
