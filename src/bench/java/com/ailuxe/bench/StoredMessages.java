package com.ailuxe.bench;

import java.util.List;
import java.util.Map;

/**
 * Messages of the past, written past the app: each contact has said ten things and got ten answers,
 * which were delivered and read.
 */
final class StoredMessages {
  private static final int OF_A_CONTACT = 20;

  /** Those of the contacts that are missing; :from and :to are the numbers of the contacts. */
  private static final List<String> ROWS =
      List.of(
          """
          create temporary table past as
          select n, i, md5('contact' || n)::uuid as contact, md5('conversation' || n)::uuid as conversation,
            md5('turn' || n || '/' || i)::uuid as turn, md5('said' || n || '/' || i)::uuid as said,
            md5('answer' || n || '/' || i)::uuid as answer, '+' || :prefix || lpad(n::text, 6, '0') as phone,
            now() - interval '30 days' + i * interval '1 day' + n * interval '1 ms' as at
          from generate_series(:from, :to) n, generate_series(1, 10) i""",
          """
          insert into contact (id, agency_id, display_name, locale, time_zone, created_at)
          select contact, :agency::uuid, 'Ada ' || n, 'en', 'Europe/Paris', at from past where i = 1""",
          """
          insert into contact_identity (agency_id, kind, value, contact_id)
          select :agency::uuid, 'PHONE', phone, contact from past where i = 1""",
          """
          insert into conversation (id, agency_id, contact_id, channel, account_id, recipient_kind,
            recipient_value, handler, ai_disclosed_at, last_inbound_at, created_at, version)
          select conversation, :agency::uuid, contact, 'WHATSAPP', :account, 'PHONE', phone, 'CONCIERGE', at, at,
            at, 0
          from past where i = 1""",
          """
          insert into turn (id, agency_id, conversation_id, process_instance, state, draft, intent,
            confidence, needs_person, collected_at, answered_at, version)
          select turn, :agency::uuid, conversation, n * 10 + i, 'ANSWERED', 'Good evening to you, too.', 'question',
            0.95, false, at, at, 0
          from past order by at""",
          """
          insert into message (id, agency_id, conversation_id, turn_id, direction, author, type, text,
            occurred_at, recorded_at)
          select id, :agency::uuid, conversation, turn, direction, author, 'TEXT', text, at, at
          from past, lateral (
            values (said, 'INBOUND', 'CONTACT', 'Good evening'),
              (answer, 'OUTBOUND', 'CONCIERGE', 'Good evening to you, too.')) m (id, direction, author, text)
          order by at""",
          "alter table inbox disable trigger inbox_received",
          """
          insert into inbox (channel, account_id, event_id, agency_id, conversation_id, message_id, kind,
            payload, state, received_at, settled_at)
          select 'WHATSAPP', :account, 'wamid.' || said, :agency::uuid, conversation, said, 'MESSAGE',
            repeat('x', 400), 'ANSWERED', at, at
          from past order by at""",
          "alter table inbox enable trigger inbox_received",
          """
          insert into message_tally (outcome, messages)
          select outcome, count(*) from past, (values ('RECEIVED'), ('ANSWERED')) o (outcome) group by outcome""",
          """
          insert into outbox (message_id, agency_id, conversation_id, channel, idempotency_key, buttons,
            state, attempts, not_before, provider_message_id, queued_at, claimed_at, accepted_at, sent_at,
            delivered_at, read_at, form)
          select answer, :agency::uuid, conversation, 'WHATSAPP', 'past/' || answer, '[]', 'READ', 1, at,
            'wamid.' || answer, at, at, at, at, at, at, 'TEXT'
          from past order by at""",
          "drop table past");

  private StoredMessages() {}

  /** Adds what is missing to so many messages. */
  static void fill(AppUnderLoad app, int stored, int wanted) {
    app.store(ROWS, Map.of("from", stored / OF_A_CONTACT, "to", wanted / OF_A_CONTACT - 1));
  }
}
