package com.ailuxe.agency;

import com.ailuxe.agency.Actor.Named;
import com.ailuxe.agency.Actor.SignedIn;
import com.ailuxe.agency.Actor.TaskCompleter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The decisions that people make in tasks of the engine, and who made each. A decision is part of
 * the transaction that carries it out; its name comes later, from the engine and never from what
 * somebody typed.
 *
 * <p>Waiting times run on the database's clock, so that they hold while the application's clock is
 * moved.
 */
@Service
public class DecisionLedger {
  /** What stands in the place of a name where the engine has none. */
  public static final String UNSIGNED = "staff (the engine does not tell who)";

  private static final String OPEN =
      """
      select d.id, d.process_instance, d.task_id, d.carried_out_in,
        extract(epoch from now() - d.opened_at)::bigint as open_for,
        array(select o.user_task from decision o
          where o.process_instance = d.process_instance and o.user_task is not null) as other_rounds
      from decision d\s""";

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  DecisionLedger(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
    this.jdbc = jdbc;
    this.events = events;
    this.clock = clock;
  }

  /**
   * What stands under what this actor does now. The completion of a task counts once, however often
   * it comes.
   */
  @Transactional
  public Signature sign(AgencyId agency, Actor actor) {
    return switch (actor) {
      case Named named -> new Signature(named.name(), null);
      case TaskCompleter completer -> sign(agency, completer);
      case SignedIn person -> sign(agency, person);
    };
  }

  /** The name is known, as the person is signed in. */
  private Signature sign(AgencyId agency, SignedIn person) {
    jdbc.sql(
            """
            insert into decision
              (id, agency_id, process_instance, task_id, carried_out_in, decided_at, state, user_name,
               staff_id, name)
            select ?, s.agency_id, ?, ?, ?, ?, 'SIGNED', s.username, s.id, s.name
            from staff s where s.agency_id = ? and s.id = ?
            on conflict (carried_out_in) do nothing""")
        .params(
            DecisionId.next().value(),
            person.processInstance(),
            person.taskId(),
            person.carriedOutIn(),
            Timestamp.from(clock.instant()),
            agency.value(),
            person.staff().value())
        .update();
    return signature(person.carriedOutIn());
  }

  private Signature sign(AgencyId agency, TaskCompleter completer) {
    jdbc.sql(
            """
            insert into decision
              (id, agency_id, process_instance, task_id, carried_out_in, decided_at, state)
            values (?, ?, ?, ?, ?, ?, 'OPEN')
            on conflict (carried_out_in) do nothing""")
        .params(
            DecisionId.next().value(),
            agency.value(),
            completer.processInstance(),
            completer.taskId(),
            completer.carriedOutIn(),
            Timestamp.from(clock.instant()))
        .update();
    return signature(completer.carriedOutIn());
  }

  /** The name must not become known meanwhile: it would pass what is written beside it. */
  private Signature signature(long carriedOutIn) {
    return jdbc.sql("select id, name from decision where carried_out_in = ? for share")
        .param(carriedOutIn)
        .query(
            (row, index) ->
                new Signature(
                    row.getString("name"), new DecisionId(row.getObject("id", UUID.class))))
        .single();
  }

  /**
   * Those that may be asked about now; of several in one place the oldest first. No other caller
   * gets them before the pause is over.
   */
  @Transactional
  public List<OpenDecision> claimOpen(int atMost, Duration longestPause) {
    return jdbc.sql(
            """
            with due as (
              select d.id from decision d
              where d.state = 'OPEN' and d.not_before <= now() and not exists (
                select from decision o where o.state = 'OPEN'
                  and o.process_instance = d.process_instance and o.task_id = d.task_id
                  and o.carried_out_in < d.carried_out_in)
              order by d.not_before limit :atMost for update skip locked),
            claimed as (
              update decision d set attempts = d.attempts + 1,
                not_before = now() + least(make_interval(secs => 2 ^ least(d.attempts, 20)),
                  make_interval(secs => :longest))
              from due where d.id = due.id returning d.id)
            %s where d.id in (select id from claimed) order by d.carried_out_in"""
                .formatted(OPEN))
        .param("atMost", atMost)
        .param("longest", longestPause.toMillis() / 1000.0)
        .query((row, index) -> open(row))
        .list();
  }

  /**
   * The decision of this completion, while it is not known who made it and none before it is open.
   */
  @Transactional(readOnly = true)
  public Optional<OpenDecision> open(TaskCompleter completer) {
    return jdbc.sql(
            OPEN
                + """
                where d.carried_out_in = ? and d.state = 'OPEN' and not exists (
                  select from decision o where o.state = 'OPEN'
                    and o.process_instance = d.process_instance and o.task_id = d.task_id
                    and o.carried_out_in < d.carried_out_in)""")
        .param(completer.carriedOutIn())
        .query((row, index) -> open(row))
        .optional();
  }

  /** The name by which the engine knows who completed the task; empty until it has said so. */
  @Transactional(readOnly = true)
  public Optional<String> userName(TaskCompleter completer) {
    return jdbc.sql("select user_name from decision where carried_out_in = ?")
        .param(completer.carriedOutIn())
        .query(String.class)
        .optional();
  }

  /**
   * The engine has said who completed the task: a person of the agency's staff where one has that
   * username, else the name as the engine has it.
   */
  @Transactional
  public void signed(DecisionId decision, long userTask, String userName) {
    jdbc.sql(
            """
            update decision d set state = 'SIGNED', user_task = :userTask, user_name = :userName,
              staff_id = s.id, name = coalesce(s.name, :userName)
            from decision o
            left join staff s on s.agency_id = o.agency_id and s.username = :userName
            where o.id = d.id and d.id = :id and d.state = 'OPEN'
            returning d.name""")
        .param("id", decision.value())
        .param("userTask", userTask)
        .param("userName", userName)
        .query(String.class)
        .optional()
        .ifPresent(name -> tell(decision, name));
  }

  /**
   * The engine does not tell who it was, and will not.
   *
   * @param userTask null where it knows no such task
   */
  @Transactional
  public void unsigned(DecisionId decision, @Nullable Long userTask) {
    var known =
        jdbc.sql(
                """
                update decision set state = 'UNSIGNED', user_task = ?, name = ?
                where id = ? and state = 'OPEN'""")
            .param(userTask)
            .param(UNSIGNED)
            .param(decision.value())
            .update();
    if (known == 1) {
      tell(decision, UNSIGNED);
    }
  }

  /** How many have been open for so long, and how many stay without a name. */
  @Transactional(readOnly = true)
  DecisionTotals totals(Duration openFor) {
    return jdbc.sql(
            """
            select
              (select count(*) from decision where state = 'OPEN'
                and opened_at <= now() - make_interval(secs => :seconds)) as open,
              (select count(*) from decision where state = 'UNSIGNED') as unsigned""")
        .param("seconds", openFor.toSeconds())
        .query((row, index) -> new DecisionTotals(row.getLong("open"), row.getLong("unsigned")))
        .single();
  }

  /**
   * @param open the engine has not said yet who decided
   * @param unsigned nor will it
   */
  record DecisionTotals(long open, long unsigned) {}

  private void tell(DecisionId decision, String name) {
    events.publishEvent(new DecisionSigned(decision, name));
  }

  private static OpenDecision open(ResultSet row) throws SQLException {
    return new OpenDecision(
        new DecisionId(row.getObject("id", UUID.class)),
        new TaskCompleter(
            row.getLong("process_instance"),
            row.getString("task_id"),
            row.getLong("carried_out_in")),
        Duration.ofSeconds(row.getLong("open_for")),
        otherRounds(row));
  }

  private static Set<Long> otherRounds(ResultSet row) throws SQLException {
    return new HashSet<>(List.of((Long[]) row.getArray("other_rounds").getArray()));
  }
}
