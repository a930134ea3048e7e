package com.ailuxe.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTests {
  @ParameterizedTest
  @CsvSource({
    "+5215511112222, +525511112222",
    "+5218112345678, +528112345678",
    "+5491123456789, +541123456789",
    "+5493514567890, +543514567890",
    "+5531987654321, +553187654321",
    "+5511912345678, +551112345678",
    "+2290197123456, +22997123456",
    "+2250707123456, +22507123456",
    "+2250544123456, +22544123456",
    "+2250102123456, +22502123456",
  })
  void oneNumberIsWrittenInTwoWays(String oneForm, String otherForm) {
    assertThat(new PhoneNumber(oneForm).equalForms()).containsExactly(oneForm, otherForm);
    assertThat(new PhoneNumber(otherForm).equalForms()).containsExactly(otherForm, oneForm);
  }

  /** A ninth digit before a land line makes a mobile number of somebody else. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "+22520123456",
        "+2252720123456",
        "+2250705123456",
        "+551132345678",
        "+5511932345678",
        "+4915112345678",
        "+15215511112",
        "+521551111222",
        "+5255111122223",
        "+33612345678",
        "+549112345678",
        "+558000912345",
        "+999123456"
      })
  void anyOtherNumberIsWrittenInOneWay(String number) {
    assertThat(new PhoneNumber(number).equalForms()).containsExactly(number);
  }

  @Test
  void aNumberIsReadWithSpacesAndDashes() {
    assertThat(PhoneNumber.parse("49 151 123-45678").e164()).isEqualTo("+4915112345678");
  }
}
