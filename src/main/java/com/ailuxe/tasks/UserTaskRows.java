package com.ailuxe.tasks;

import com.ailuxe.agency.AgencyId;
import com.ailuxe.replicas.News;
import com.ailuxe.shared.ConversationId;
import com.ailuxe.shared.Identifier;
import com.ailuxe.shared.PlainJson;
import com.ailuxe.tasks.TaskEngine.Fate;
import com.ailuxe.tasks.TaskEngine.OpenTask;
import com.ailuxe.tasks.TaskEngine.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes the tasks of people. Each change is a transaction of its own, in which those who look at
 * the agency's tasks are notified. One that was closed stays closed, whatever the engine still
 * lists.
 */
@Component
class UserTaskRows {
  /** The subject of the news is the conversation, or the agency where a task is about none. */
  private static final String TOPIC = "task";

  /** What the engine lists is late by less. */
  private static final Duration LATE = Duration.ofSeconds(15);

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final News news;

  UserTaskRows(JdbcClient jdbc, PlatformTransactionManager transactions, News news) {
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
    this.news = news;
  }

  /**
   * What is known of a task.
   *
   * @param form what it names, null for none
   * @param settled whether its assignee may be taken from the engine's list, and not from here
   * @param readAgain whether it is time to read its variables once more
   */
  record Known(
      State state,
      @Nullable String form,
      List<String> groups,
      @Nullable String assignee,
      @Nullable Instant dueAt,
      boolean settled,
      boolean readAgain) {
    boolean isOpen() {
      return state == State.OPEN;
    }

    boolean isAsIn(OpenTask task) {
      return groups.equals(task.groups())
          && Objects.equals(dueAt, task.dueAt())
          && (!settled || Objects.equals(assignee, task.assignee()));
    }
  }

  /** All open tasks, and those of these keys whatever became of them. */
  Map<Long, Known> known(Collection<Long> keys) {
    return jdbc
        .sql(
            """
            select key, state, form, candidate_groups, assignee, due_at,
              coalesce(assigned_here_at < now() - make_interval(secs => :late), true) as settled,
              coalesce(read_again_at <= now(), false) as read_again
            from user_task where state = 'OPEN' or key = any(:keys)""")
        .param("late", LATE.toSeconds())
        .param("keys", keys.toArray(Long[]::new))
        .query((row, index) -> Map.entry(row.getLong("key"), known(row)))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Known known(ResultSet row) throws SQLException {
    var due = row.getTimestamp("due_at");
    return new Known(
        State.valueOf(row.getString("state")),
        row.getString("form"),
        List.of((String[]) row.getArray("candidate_groups").getArray()),
        row.getString("assignee"),
        due == null ? null : due.toInstant(),
        row.getBoolean("settled"),
        row.getBoolean("read_again"));
  }

  Optional<String> schema(String form) {
    return jdbc.sql("select schema from user_task_form where reference = ?")
        .param(form)
        .query(String.class)
        .optional();
  }

  void keep(String form, String schema) {
    jdbc.sql("insert into user_task_form (reference, schema) values (?, ?) on conflict do nothing")
        .params(form, schema)
        .update();
  }

  /**
   * Keeps a task that is not known, or what was read of it once more.
   *
   * @param readAgain after which time that is worth while; null for not again
   */
  void read(
      OpenTask task, TaskFacts facts, Map<String, Object> variables, @Nullable Duration readAgain) {
    changing(
        jdbc.sql(
                """
                insert into user_task as task (key, agency_id, process_instance, task_id, name, form,
                  candidate_groups, assignee, created_at, waits_since, due_at, conversation_id,
                  booking_id, contact_name, why, variables, read_again_at, state)
                values (:key, :agency, :instance, :taskId, :name, :form, :groups, :assignee, :created,
                  :since, :due, :conversation, :booking, :contact, :why, :variables,
                  now() + make_interval(secs => :readAgain), 'OPEN')
                on conflict (key) do update set agency_id = excluded.agency_id,
                  waits_since = excluded.waits_since, conversation_id = excluded.conversation_id,
                  booking_id = excluded.booking_id, contact_name = excluded.contact_name,
                  why = excluded.why, variables = excluded.variables,
                  read_again_at = excluded.read_again_at
                where task.state = 'OPEN'
                returning agency_id, conversation_id""")
            .param("key", task.key())
            .param("agency", Identifier.valueOf(facts.agency()))
            .param("instance", task.processInstance())
            .param("taskId", task.taskId())
            .param("name", task.name())
            .param("form", task.form())
            .param("groups", task.groups().toArray(String[]::new))
            .param("assignee", task.assignee())
            .param("created", Timestamp.from(task.createdAt()))
            .param("since", Timestamp.from(facts.since()))
            .param("due", timestamp(task.dueAt()))
            .param("conversation", Identifier.valueOf(facts.conversation()))
            .param("booking", Identifier.valueOf(facts.booking()))
            .param("contact", facts.contact())
            .param("why", facts.why())
            .param("variables", PlainJson.write(variables))
            .param("readAgain", readAgain == null ? null : readAgain.toMillis() / 1000.0));
  }

  /** What the engine lists of an open task is something else than what is known of it. */
  void changed(OpenTask task) {
    changing(
        jdbc.sql(
                """
                update user_task set candidate_groups = :groups, due_at = :due, assignee = case
                    when coalesce(assigned_here_at < now() - make_interval(secs => :late), true)
                    then :assignee else assignee end
                where key = :key and state = 'OPEN' returning agency_id, conversation_id""")
            .param("groups", task.groups().toArray(String[]::new))
            .param("due", timestamp(task.dueAt()))
            .param("late", LATE.toSeconds())
            .param("assignee", task.assignee())
            .param("key", task.key()));
  }

  /**
   * Gives a task to a person, unless somebody has it.
   *
   * @return whether the person has it now
   */
  boolean claim(TaskKey key, String username) {
    return changing(
        jdbc.sql(
                """
                update user_task set assignee = :username, assigned_here_at = now()
                where key = :key and state = 'OPEN' and coalesce(assignee, :username) = :username
                returning agency_id, conversation_id""")
            .param("username", username)
            .param("key", key.value()));
  }

  /**
   * @param username whose the task is, as the engine said; null for nobody's
   */
  void assigned(TaskKey key, @Nullable String username) {
    changing(
        jdbc.sql(
                """
                update user_task set assignee = :username, assigned_here_at = now()
                where key = :key and state = 'OPEN' returning agency_id, conversation_id""")
            .param("username", username)
            .param("key", key.value()));
  }

  /** What it was about, and what its form showed, is kept no longer. */
  void closed(TaskKey key, Fate fate) {
    changing(
        jdbc.sql(
                """
                update user_task set state = :state, completed_by = :by, closed_at = now(),
                  variables = null, contact_name = null, why = null, read_again_at = null
                where key = :key and state = 'OPEN' returning agency_id, conversation_id""")
            .param("state", fate.state().name())
            .param("by", fate.state() == State.COMPLETED ? fate.assignee() : null)
            .param("key", key.value()));
  }

  /** The engine has said which tasks are open. */
  void engineAnswered() {
    jdbc.sql("update user_task_poll set away_since = null where away_since is not null").update();
  }

  /** It has not, since now or before. */
  void engineIsAway() {
    jdbc.sql(
            """
            insert into user_task_poll as poll (away_since) values (now())
            on conflict (single) do update set away_since = coalesce(poll.away_since, now())""")
        .update();
  }

  private boolean changing(JdbcClient.StatementSpec statement) {
    return Boolean.TRUE.equals(
        transaction.execute(
            status -> {
              var changed = statement.query(UserTaskRows::changed).list();
              changed.forEach(this::announce);
              return !changed.isEmpty();
            }));
  }

  /** Whom a task is about that has changed. */
  private record Changed(@Nullable AgencyId agency, @Nullable ConversationId conversation) {}

  private static Changed changed(ResultSet row, int index) throws SQLException {
    var agency = row.getObject("agency_id", UUID.class);
    var conversation = row.getObject("conversation_id", UUID.class);
    return new Changed(
        agency == null ? null : new AgencyId(agency),
        conversation == null ? null : new ConversationId(conversation));
  }

  /** Nobody looks at a task of which it is not known whose it is. */
  private void announce(Changed task) {
    var agency = task.agency();
    if (agency != null) {
      var conversation = task.conversation();
      news.changed(TOPIC, agency, conversation == null ? agency : conversation);
    }
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }
}
