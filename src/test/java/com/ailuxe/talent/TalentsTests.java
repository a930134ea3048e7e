package com.ailuxe.talent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ailuxe.agency.AgencyId;
import com.ailuxe.booking.BookingDatabaseTest;
import com.ailuxe.booking.Given;
import com.ailuxe.shared.Money;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;

@BookingDatabaseTest
class TalentsTests {
  @Autowired Talents talents;
  @Autowired Given given;

  AgencyId agency;

  @BeforeEach
  void newAgency() {
    agency = given.agency();
  }

  @Test
  void activeTalentIsListedByName() {
    given.talent(agency, "Zoe", "model");
    given.talent(agency, "Aurora", "yacht");
    given.retired(given.talent(agency, "Sold", "yacht"));
    given.talent(given.agency(), "Elsewhere", "villa");

    assertThat(talents.active(agency))
        .extracting(TalentProfile::name)
        .containsExactly("Aurora", "Zoe");
  }

  @Test
  void profileTellsAllOfATalent() {
    var id = given.talent(agency, "Aurora", "yacht");

    assertThat(talents.profile(agency, id))
        .isEqualTo(
            new TalentProfile(
                id, "Aurora", "yacht", "Paris", ZoneId.of("Europe/Paris"), "Best in town", true));
  }

  @Test
  void rateIsTheOneOfTheDayAndOfTheAgency() {
    var id = given.talent(agency, "Aurora", "yacht");
    given.withoutRate(id);
    given.rate(agency, id, "HOUR", "100", "EUR", 4, "2026-01-01", "2026-12-31");
    given.rate(agency, id, "DAY", "250000", "JPY", null, "2027-01-01", null);

    assertThat(talents.rate(agency, id, LocalDate.parse("2025-12-31"))).isEmpty();
    assertThat(talents.rate(agency, id, LocalDate.parse("2026-12-31")))
        .hasValueSatisfying(
            rate -> {
              assertThat(rate.kind()).isEqualTo(RateKind.HOUR);
              assertThat(rate.amount()).isEqualTo(Money.of("100", "EUR"));
              assertThat(rate.minimumHours()).isEqualByComparingTo("4");
            });
    assertThat(talents.rate(agency, id, LocalDate.parse("2027-01-01")))
        .contains(new Rate(RateKind.DAY, Money.of("250000", "JPY"), null));
    assertThat(talents.rate(given.agency(), id, LocalDate.parse("2027-01-01"))).isEmpty();
  }

  @Test
  void onNoDayThereAreTwoRates() {
    var id = given.talent(agency, "Aurora", "yacht");

    assertThatThrownBy(() -> given.rate(agency, id, "EVENT", "1", "EUR", null, "2026-12-31", null))
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  @Test
  void profileOfRetiredTalentIsStillThere() {
    var id = given.talent(agency, "Sold", "yacht");
    given.retired(id);

    assertThat(talents.profile(agency, id).active()).isFalse();
  }

  @Test
  void profileIsNotShownToAnotherAgency() {
    var id = given.talent(agency, "Aurora", "yacht");
    var other = given.agency();

    assertThatThrownBy(() -> talents.profile(other, id)).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void nameComesBeforeKind() {
    given.talent(agency, "Yacht", "model");
    given.talent(agency, "Aurora", "yacht");

    assertThat(talents.find(agency, "yacht"))
        .extracting(TalentProfile::name)
        .containsExactly("Yacht");
  }

  @Test
  void kindFindsAllOfItWhateverTheCase() {
    given.talent(agency, "Boreal", "yacht");
    given.talent(agency, "Aurora", "Yacht");
    given.retired(given.talent(agency, "Sold", "yacht"));
    given.talent(given.agency(), "Elsewhere", "yacht");

    assertThat(talents.find(agency, " YACHT "))
        .extracting(TalentProfile::name)
        .containsExactly("Aurora", "Boreal");
  }

  @Test
  void unknownNameFindsNobody() {
    given.talent(agency, "Aurora", "yacht");

    assertThat(talents.find(agency, "submarine")).isEmpty();
    assertThat(talents.find(agency, "%")).isEmpty();
  }

  @Test
  void nameIsUniqueInItsAgencyWhateverTheCase() {
    given.talent(agency, "Aurora", "yacht");
    given.talent(given.agency(), "Aurora", "yacht");

    assertThatThrownBy(() -> given.talent(agency, "AURORA", "villa"))
        .isInstanceOf(DuplicateKeyException.class);
  }

  @Test
  void placeIsNearWhenItNamesTheCity() {
    var aurora = talents.profile(agency, given.talent(agency, "Aurora", "yacht"));

    assertThat(aurora.isNear("Hotel Ritz, PARIS 1er")).isTrue();
    assertThat(aurora.isNear("Monaco")).isFalse();
  }
}
