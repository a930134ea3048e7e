package com.ailuxe.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.ailuxe.concierge.Intent;
import com.ailuxe.contract.ContractId;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContractButtonTests {
  private final ContractId contract = ContractId.random();

  @Test
  void whatAButtonSendsBackSaysWhatIsMeant() {
    assertThat(ContractButton.under(contract))
        .extracting(button -> ContractButton.read(button.payload()).orElseThrow())
        .containsExactly(
            new ContractButton(Intent.ACCEPT_CONTRACT, contract),
            new ContractButton(Intent.DECLINE_CONTRACT, contract));
  }

  @Test
  void aPayloadFitsIntoTheSixtyFourBytesOfTelegramAndATitleIntoTheTwentyOfWhatsApp() {
    assertThat(ContractButton.under(contract))
        .allSatisfy(
            button -> {
              assertThat(button.payload().getBytes(StandardCharsets.UTF_8))
                  .hasSizeLessThanOrEqualTo(64);
              assertThat(button.title()).hasSizeLessThanOrEqualTo(20);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "contract:accept:1", "contract:sign:00000000-0000-4000-8000-000000000001"})
  void whatIsNoPayloadOfOursIsNotRead(String payload) {
    assertThat(ContractButton.read(payload)).isEmpty();
  }
}
