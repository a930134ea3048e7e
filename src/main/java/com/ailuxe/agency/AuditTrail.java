package com.ailuxe.agency;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
  private final Clock clock;

  AuditTrail(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
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
      UUID subjectId,
      @Nullable String detail) {
    jdbc.sql(
            """
            insert into audit (agency_id, at, actor, action, subject_type, subject_id, detail)
            values (?, ?, ?, ?, ?, ?, ?)""")
        .params(
            agency.value(),
            clock.instant().atOffset(ZoneOffset.UTC),
            actor,
            action,
            subjectType,
            subjectId,
            detail)
        .update();
  }

  /** All entries about one thing, oldest first. */
  @Transactional(readOnly = true)
  public List<AuditEntry> of(AgencyId agency, String subjectType, UUID subjectId) {
    return jdbc.sql(
            """
            select at, actor, action, detail from audit
            where agency_id = ? and subject_type = ? and subject_id = ? order by id""")
        .params(agency.value(), subjectType, subjectId)
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
