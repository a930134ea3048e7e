package com.ailuxe.contact;

import com.ailuxe.agency.AgencyProfile;
import com.ailuxe.agency.AuditTrail;
import com.ailuxe.replicas.TransactionLock;
import com.ailuxe.shared.LegalName;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people who write to the agencies, each found again by any of their identities. */
@Service
@Transactional
public class Contacts {
  private static final String SUBJECT = "contact";

  private final ContactRepository repository;
  private final EntityManager entities;
  private final JdbcClient jdbc;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Contacts(
      ContactRepository repository,
      EntityManager entities,
      JdbcClient jdbc,
      AuditTrail audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.repository = repository;
    this.entities = entities;
    this.jdbc = jdbc;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Finds the contact that has any of the identities and adds the others to it, or makes a new one.
   * Two calls at once for the same new person give one contact.
   *
   * @param displayName as the provider gives it, kept in plain letters; the identity stands in
   *     where there is none
   */
  public ContactProfile recognise(
      AgencyProfile agency,
      List<Identity> identities,
      @Nullable String displayName,
      @Nullable String languageTag) {
    var known = find(agency, identities);
    if (known.size() == identities.size()) {
      return known.getFirst();
    }
    lock(agency, identities);
    var contact =
        find(agency, identities).stream()
            .findFirst()
            .orElseGet(
                () ->
                    stored(
                        Contact.firstSeen(
                            agency,
                            nameOf(identities.getFirst(), displayName),
                            Home.of(agency, identities, languageTag),
                            clock.instant())));
    for (var identity : identities) {
      jdbc.sql(
              """
              insert into contact_identity (agency_id, kind, value, contact_id) values (?, ?, ?, ?)
              on conflict do nothing""")
          .params(
              agency.id().value(), identity.kind().name(), identity.value(), contact.id().value())
          .update();
    }
    return contact;
  }

  /**
   * Where these words are surely written in another language than the one that was assumed, that
   * language is spoken from now on. A language that somebody chose for the contact stays.
   *
   * @param contact as it is known before these words
   */
  public void writes(ContactProfile contact, String text) {
    WrittenLanguage.of(text)
        .filter(language -> !language.equals(contact.locale().getLanguage()))
        .map(language -> Locale.of(language, contact.locale().getCountry()).toLanguageTag())
        .ifPresent(locale -> repository.writesIn(contact.id().value(), locale));
  }

  private ContactProfile stored(Contact contact) {
    entities.persist(contact);
    entities.flush();
    return contact.profile();
  }

  /**
   * @throws NoSuchElementException when there is no such contact
   */
  @Transactional(readOnly = true)
  public ContactProfile profile(ContactId id) {
    return contact(id).profile();
  }

  /**
   * Those whose name or number has these letters or digits in it, by name.
   *
   * @param words at least one letter or digit, whatever the case
   */
  @Transactional(readOnly = true)
  public List<ContactProfile> search(String words, int limit) {
    var digits = words.replaceAll("[^0-9]", "");
    return jdbc
        .sql(
            """
            select c.id from contact c
            where position(lower(:words) in lower(c.display_name)) > 0
              or (length(:digits) >= 4 and exists (
                select from contact_identity i
                where i.contact_id = c.id and position(:digits in i.value) > 0))
            order by lower(c.display_name), c.id limit :limit""")
        .param("words", words.strip())
        .param("digits", digits)
        .param("limit", limit)
        .query(UUID.class)
        .list()
        .stream()
        .map(id -> profile(new ContactId(id)))
        .toList();
  }

  /**
   * Whether reminders and news are welcome from now on. Saying so again changes nothing, and
   * neither does a word that comes later than a newer one.
   *
   * @param statedAt by the provider's clock
   * @throws NoSuchElementException when there is no such contact
   */
  public void consent(ContactId id, Consent consent, Instant statedAt) {
    var contact = contact(id);
    entities.refresh(contact, LockModeType.PESSIMISTIC_WRITE);
    var isNew = contact.states(consent, statedAt);
    entities.flush();
    if (!isNew) {
      return;
    }
    switch (consent) {
      case STOP -> {
        record(contact, "contact.opted-out");
        events.publishEvent(new ContactOptedOut(id));
      }
      case START -> record(contact, "contact.opted-in");
    }
  }

  /**
   * Keeps the name that the contact has in contracts from now on. Saying so again changes nothing.
   *
   * @throws NoSuchElementException when there is no such contact
   */
  public void giveLegalName(ContactId id, LegalName name, LegalNameSource source) {
    var contact = contact(id);
    entities.refresh(contact, LockModeType.PESSIMISTIC_WRITE);
    if (contact.isNamed(name)) {
      return;
    }
    var anotherOne = contact.hasLegalName();
    var now = clock.instant();
    var by = audit.sign(contact.agencyId(), source.by());
    contact.isNamed(name, by, source.messageId(), now);
    entities.flush();
    audit.record(
        contact.agencyId(),
        by,
        anotherOne ? "contact.legal-name-changed" : "contact.legal-name-given",
        SUBJECT,
        contact.id(),
        source.messageId() == null
            ? name.value()
            : "%s, in message %s".formatted(name, source.messageId()));
    events.publishEvent(new LegalNameGiven(contact.agencyId(), id, anotherOne, now));
  }

  /**
   * Notes that the contact was asked for the legal name, so that nobody asks twice and an answer is
   * understood.
   *
   * @throws NoSuchElementException when there is no such contact
   */
  public void legalNameAsked(ContactId id) {
    contact(id).askedForLegalName(clock.instant());
  }

  private void record(Contact contact, String action) {
    audit.record(contact.agencyId(), SUBJECT, action, SUBJECT, contact.id(), null);
  }

  private Contact contact(ContactId id) {
    return repository
        .findById(id.value())
        .orElseThrow(() -> new NoSuchElementException("No contact " + id));
  }

  /** Serialises the first messages of one person, in a fixed order so that nobody dead-locks. */
  private void lock(AgencyProfile agency, List<Identity> identities) {
    identities.stream()
        .map(
            identity ->
                agency.id() + "/" + identity.kind() + "/" + Collections.min(identity.equalForms()))
        .sorted()
        .forEach(key -> TransactionLock.take(jdbc, key));
  }

  /** The contact of each identity that is known. */
  private List<ContactProfile> find(AgencyProfile agency, List<Identity> identities) {
    return identities.stream().flatMap(identity -> find(agency, identity).stream()).toList();
  }

  /** Finds a contact without an entity, as every message that comes in needs one. */
  private Optional<ContactProfile> find(AgencyProfile agency, Identity identity) {
    return jdbc.sql(
            """
            select c.id, c.display_name, c.locale, c.time_zone, c.opted_out_at,
              c.legal_name, c.legal_name_asked_at
            from contact c join contact_identity i on i.contact_id = c.id
            where i.agency_id = :agency and i.kind = :kind and i.value in (:forms)
            order by i.value <> :value limit 1""")
        .param("agency", agency.id().value())
        .param("kind", identity.kind().name())
        .param("forms", identity.equalForms())
        .param("value", identity.value())
        .query(
            (row, index) ->
                new ContactProfile(
                    new ContactId(row.getObject("id", UUID.class)),
                    agency.id(),
                    row.getString("display_name"),
                    Locale.forLanguageTag(row.getString("locale")),
                    ZoneId.of(row.getString("time_zone")),
                    row.getTimestamp("opted_out_at") != null,
                    LegalName.of(row.getString("legal_name")).orElse(null),
                    row.getTimestamp("legal_name_asked_at") != null))
        .optional();
  }

  private static String nameOf(Identity identity, @Nullable String displayName) {
    return DisplayName.of(displayName)
        .or(() -> DisplayName.of(identity.value()))
        .orElseGet(() -> identity.kind().name());
  }
}
