package com.ailuxe.contact;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirstNameTests {
  @ParameterizedTest
  @CsvSource({
    "Amélie Laurent,Amélie",
    "Jean-Luc d’Orsay,Jean-Luc",
    "ليلى حداد,ليلى",
    "+33612345678,",
    "@amelie,",
    "Dr. Anna Klein,",
    "Mrs Klein,"
  })
  void onlyAFirstNameIsGreetedWith(String contactName, @Nullable String expected) {
    assertThat(FirstName.of(contactName)).isEqualTo(expected);
  }
}
