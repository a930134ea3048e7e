package com.ailuxe.agency;

import com.ailuxe.shared.Identifier;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who did what to which thing, for each agency. An entry is part of the transaction that makes it
 * true, so neither exists without the other.
 */
@Service
public class AuditTrail {
  private final JdbcClient jdbc;
  private final DecisionLedger decisions;
  private final Clock clock;

  AuditTrail(JdbcClient jdbc, DecisionLedger decisions, Clock clock) {
    this.jdbc = jdbc;
    this.decisions = decisions;
    this.clock = clock;
  }

  /** What stands under what this actor does now, in the entries as well. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Signature sign(AgencyId agency, Actor actor) {
    return decisions.sign(agency, actor);
  }

  /**
   * @param actor a person's name, or {@code system}
   * @param action a past-tense fact, for example {@code booking.confirmed}
   * @param subjectType for example {@code booking}
   * @param detail in the actor's words, if any
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void record(
      AgencyId agency,
      String actor,
      String action,
      String subjectType,
      Identifier subject,
      @Nullable String detail) {
    record(agency, new Signature(actor, null), action, subjectType, subject, detail);
  }

  /**
   * Records what was done by somebody whose name is not known yet; a decision says the same of a
   * thing once.
   *
   * @param by of {@link #sign}
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void record(
      AgencyId agency,
      Signature by,
      String action,
      String subjectType,
      Identifier subject,
      @Nullable String detail) {
    jdbc.sql(
            """
            insert into audit
              (agency_id, at, actor, action, subject_type, subject_id, detail, decision_id)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict do nothing""")
        .param(agency.value())
        .param(clock.instant().atOffset(ZoneOffset.UTC))
        .param(by.text())
        .param(action)
        .param(subjectType)
        .param(subject.value())
        .param(detail)
        .param(Identifier.valueOf(by.decision()))
        .update();
  }

  /** Signs the name in the transaction that keeps the name of whoever decided. */
  @EventListener
  void signed(DecisionSigned signed) {
    jdbc.sql("update audit set actor = ? where decision_id = ?")
        .params(signed.name(), signed.decision().value())
        .update();
  }

  /** All entries about one thing, oldest first. */
  @Transactional(readOnly = true)
  public List<AuditEntry> of(AgencyId agency, String subjectType, Identifier subject) {
    return jdbc.sql(
            """
            select at, actor, action, detail from audit
            where agency_id = ? and subject_type = ? and subject_id = ? order by id""")
        .params(agency.value(), subjectType, subject.value())
        .query(
            (row, index) ->
                new AuditEntry(
                    row.getTimestamp("at").toInstant(),
                    row.getString("actor"),
                    row.getString("action"),
                    row.getString("detail")))
        .list();
  }
}
