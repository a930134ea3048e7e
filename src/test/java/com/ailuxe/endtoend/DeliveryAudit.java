package com.ailuxe.endtoend;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Compares what is on the phones with what the app has on record, after everything has come to
 * rest.
 */
final class DeliveryAudit {
  private static final Set<String> TAKEN = Set.of("ACCEPTED", "SENT", "DELIVERED", "READ");

  /** A message of a contact in the inbox. */
  private record Received(String key, String state) {}

  /** A message of the app in the outbox. */
  private record Sent(
      String id, long sequence, String chat, @Nullable String messengersId, String state) {
    boolean isUnknown() {
      return state.equals("UNKNOWN");
    }

    /**
     * Whether it may be missing on the phone. So may a reply that was out of date before it left:
     * another one answers what it was for.
     */
    boolean mayBeMissing() {
      return isUnknown() || state.equals("WITHDRAWN");
    }
  }

  private final List<String> said = new ArrayList<>();
  private final List<Received> received;
  private final List<Sent> sent;
  private final Map<Sent, List<JsonNode>> onPhones = new HashMap<>();
  private final List<String> nobodySent = new ArrayList<>();
  private final List<String> overtaken = new ArrayList<>();
  private final int turnsAnsweredNotOnce;

  DeliveryAudit(List<Phone> phones, JdbcClient database) {
    received =
        database
            .sql(
                """
                select c.recipient_value, i.state, case i.channel when 'WHATSAPP' then i.event_id
                  else i.payload::jsonb #>> '{message,message_id}' end as messengers_id
                from inbox i join conversation c on c.id = i.conversation_id
                where i.kind = 'MESSAGE'""")
            .query(
                (row, index) ->
                    new Received(
                        key(row.getString("recipient_value"), row.getString("messengers_id")),
                        row.getString("state")))
            .list();
    sent =
        database
            .sql(
                """
                select o.message_id, o.sequence, c.recipient_value, o.provider_message_id,
                  o.state
                from outbox o join conversation c on c.id = o.conversation_id""")
            .query(
                (row, index) ->
                    new Sent(
                        row.getString("message_id"),
                        row.getLong("sequence"),
                        row.getString("recipient_value"),
                        row.getString("provider_message_id"),
                        row.getString("state")))
            .list();
    turnsAnsweredNotOnce =
        database
            .sql(
                """
                select count(*) from turn t where t.state = 'ANSWERED' and 1 <> (
                  select count(*) from message m join outbox o on o.message_id = m.id
                  where m.turn_id = t.id and o.state <> 'WITHDRAWN')""")
            .query(Integer.class)
            .single();
    var byOurId = sent.stream().collect(toMap(Sent::id, Function.identity()));
    var byTheirId =
        sent.stream()
            .filter(message -> message.messengersId != null)
            .collect(
                toMap(message -> key(message.chat, message.messengersId), Function.identity()));
    for (var phone : phones) {
      phone.said().forEach(entry -> said.add(key(phone.address(), id(entry))));
      var unexplained = new ArrayList<String>();
      var last = 0L;
      for (var entry : phone.received()) {
        var message =
            Optional.ofNullable(byOurId.get(entry.path("callbackData").asText()))
                .orElse(byTheirId.get(key(phone.address(), id(entry))));
        if (message == null) {
          unexplained.add(key(phone.address(), id(entry)));
        } else {
          onPhones.computeIfAbsent(message, key -> new ArrayList<>()).add(entry);
          if (message.sequence < last) {
            overtaken.add(message.toString());
          }
          last = message.sequence;
        }
      }
      sent.stream()
          .filter(message -> message.isUnknown() && message.chat.equals(phone.address()))
          .limit(unexplained.size())
          .forEach(message -> unexplained.removeLast());
      nobodySent.addAll(unexplained);
    }
  }

  /** How many messages the contacts wrote. */
  int said() {
    return said.size();
  }

  /** How many of them ended in which state of the inbox. */
  Map<String, Long> settled() {
    return received.stream().collect(groupingBy(Received::state, TreeMap::new, counting()));
  }

  /** How many messages of the app a messenger took. */
  long taken() {
    return sent.stream().filter(message -> TAKEN.contains(message.state)).count();
  }

  /** How many messages of the app may or may not be on a phone, but are there at most once. */
  long unknown() {
    return sent.stream().filter(Sent::isUnknown).count();
  }

  /** Each message that did not reach the other side, or that nobody settled. */
  List<String> lost() {
    var inbox = received.stream().collect(groupingBy(Received::key));
    return Stream.of(
            said.stream().filter(key -> !inbox.containsKey(key)),
            received.stream()
                .filter(message -> Set.of("OPEN", "FAILED").contains(message.state))
                .map(Received::toString),
            sent.stream()
                .filter(message -> !message.mayBeMissing() && !onPhones.containsKey(message))
                .map(Sent::toString))
        .flatMap(Function.identity())
        .toList();
  }

  /** Each message that came, or was answered, more than once. */
  List<String> repeated() {
    return Stream.of(
            nobodySent.stream().map(key -> key + ", of which the app does not know"),
            onPhones.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(
                    entry ->
                        entry.getKey() + ", on the phone " + entry.getValue().size() + " times"),
            received.stream().collect(groupingBy(Received::key, counting())).entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .map(entry -> entry.getKey() + ", in the inbox " + entry.getValue() + " times"),
            Stream.of(turnsAnsweredNotOnce)
                .filter(count -> count > 0)
                .map(count -> count + " turns that have not one answer"))
        .flatMap(Function.identity())
        .toList();
  }

  /** Each message that is on the phone after one that was queued later. */
  List<String> overtaken() {
    return List.copyOf(overtaken);
  }

  /** Each message on a phone of which the app knows another status than WhatsApp reported. */
  List<String> wrongStatus() {
    return onPhones.entrySet().stream()
        .flatMap(
            entry ->
                entry.getValue().stream()
                    .filter(onPhone -> onPhone.path("channel").asText().equals("WHATSAPP"))
                    .map(onPhone -> onPhone.path("status").asText())
                    .filter(status -> !status.equals(entry.getKey().state))
                    .map(status -> entry.getKey() + ", on the phone " + status))
        .toList();
  }

  private static String key(String chat, String messengersId) {
    return chat + " " + messengersId;
  }

  private static String id(JsonNode entry) {
    return entry.path("id").asText();
  }
}
