package com.ailuxe.journey.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.ailuxe.concierge.Intent;
import com.ailuxe.shared.ContractId;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContractButtonTests {
  private final ContractId contract = ContractId.random();

  @ParameterizedTest
  @EnumSource(names = {"ACCEPT_CONTRACT", "DECLINE_CONTRACT"})
  void whatAButtonSendsBackSaysWhatIsMeant(Intent intent) {
    var button = new ContractButton(intent, contract);

    assertThat(ContractButton.read(button.payload())).contains(button);
  }

  @ParameterizedTest
  @EnumSource(names = {"ACCEPT_CONTRACT", "DECLINE_CONTRACT"})
  void aPayloadFitsIntoTheSixtyFourBytesOfTelegram(Intent intent) {
    assertThat(new ContractButton(intent, contract).payload().getBytes(StandardCharsets.UTF_8))
        .hasSizeLessThanOrEqualTo(64);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "contract:accept:1", "contract:sign:00000000-0000-4000-8000-000000000001"})
  void whatIsNoPayloadOfOursIsNotRead(String payload) {
    assertThat(ContractButton.read(payload)).isEmpty();
  }
}
