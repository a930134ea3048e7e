package com.ailuxe.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.ailuxe.agency.AgencyId;
import com.ailuxe.console.ConversationController.Summary;
import com.ailuxe.console.MeController.SignedIn;
import com.ailuxe.contract.ContractAccepted;
import com.ailuxe.contract.ContractDeclined;
import com.ailuxe.conversation.AnsweredBy;
import com.ailuxe.conversation.Channel;
import com.ailuxe.conversation.PromiseId;
import com.ailuxe.conversation.PromiseMade;
import com.ailuxe.shared.BookingId;
import com.ailuxe.shared.ContractId;
import com.ailuxe.shared.ConversationId;
import com.ailuxe.shared.MessageId;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractJacksonHttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import tools.jackson.databind.json.JsonMapper;

@ConsoleModuleTest
class JsonMappersTests {
  @Autowired RequestMappingHandlerAdapter api;
  @Autowired JsonMapper jackson3;
  @Autowired ObjectMapper jackson2;

  @Test
  void theApiIsServedByJackson3() {
    assertThat(api.getMessageConverters())
        .filteredOn(
            converter -> converter.getSupportedMediaTypes().contains(MediaType.APPLICATION_JSON))
        .allMatch(AbstractJacksonHttpMessageConverter.class::isInstance)
        .filteredOn(converter -> converter.getClass() == JacksonJsonHttpMessageConverter.class)
        .singleElement()
        .extracting(converter -> ((JacksonJsonHttpMessageConverter) converter).getMapper())
        .isSameAs(jackson3);
  }

  @Test
  void bothWriteAndReadTheSame() throws Exception {
    var event =
        new PromiseMade(
            new PromiseId(UUID.randomUUID()),
            ConversationId.random(),
            Instant.parse("2026-12-24T19:00:00.25Z"));

    var text = jackson3.writeValueAsString(List.of(event));

    assertThat(text).isEqualTo(jackson2.writeValueAsString(List.of(event)));
    assertThat(jackson3.readValue(text, PromiseMade[].class)).containsExactly(event);
    assertThat(jackson2.readValue(text, PromiseMade[].class)).containsExactly(event);
  }

  @Test
  void theAnswerToAContractIsWrittenAsTheVersionBeforeReadsIt() throws Exception {
    var contract = ContractId.random();
    var booking = BookingId.random();
    var text =
        """
        {"contractId":{"value":"%s"},"bookingId":"%s"}"""
            .formatted(contract, booking);

    for (var event :
        List.of(new ContractAccepted(contract, booking), new ContractDeclined(contract, booking))) {
      assertThat(jackson3.writeValueAsString(event)).isEqualTo(text);
      assertThat(jackson3.readValue(text, event.getClass())).isEqualTo(event);
      assertThat(jackson2.writeValueAsString(event)).isEqualTo(text);
      assertThat(jackson2.readValue(text, event.getClass())).isEqualTo(event);
    }
  }

  @Test
  void theApiTellsIdsAsText() {
    var agency = AgencyId.random();
    var conversation = ConversationId.random();
    var message = MessageId.next();
    var summary =
        new Summary(conversation, "Ada", Channel.TELEGRAM, AnsweredBy.CONCIERGE, null, null, 7);

    assertThat(jackson3.writeValueAsString(new SignedIn("Olivia", agency, List.of())))
        .isEqualTo(
            """
            {"name":"Olivia","agency":"%s","authorities":[]}"""
                .formatted(agency));
    assertThat(jackson3.writeValueAsString(new MediaController.Queued(message)))
        .isEqualTo("{\"messageId\":\"%s\"}".formatted(message));
    assertThat(jackson3.writeValueAsString(new ConversationController.Queued(message, summary)))
        .startsWith(
            """
            {"id":"%s","conversation":{"id":"%s","""
                .formatted(message, conversation));
  }
}
