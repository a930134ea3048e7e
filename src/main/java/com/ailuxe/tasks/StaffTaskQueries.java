package com.ailuxe.tasks;

import com.ailuxe.agency.AgencyId;
import com.ailuxe.shared.BookingId;
import com.ailuxe.shared.ConversationId;
import com.ailuxe.shared.PlainJson;
import com.ailuxe.staff.StaffGroup;
import com.ailuxe.tasks.StaffTask.Holder;
import com.ailuxe.tasks.TaskEngine.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Finds the tasks of an agency that a person may see: those offered to them, or already theirs. */
@Component
class StaffTaskQueries {
  private static final String COLUMNS =
      """
      select t.key, t.task_id, t.name, t.contact_name, t.why, t.waits_since, t.due_at,
        t.candidate_groups, t.assignee, coalesce(holder.name, t.assignee) as holder_name,
        t.conversation_id, t.booking_id, t.state, t.variables, f.schema,
        coalesce(doer.name, t.completed_by) as completed_by
      from user_task t
      left join user_task_form f on f.reference = t.form
      left join staff holder on holder.agency_id = t.agency_id and holder.username = t.assignee
      left join staff doer on doer.agency_id = t.agency_id and doer.username = t.completed_by\s""";

  /** Tasks of the agency that are offered to the person, or to everybody, or already theirs. */
  private static final String SEEN =
      """
      t.agency_id = :agency and (t.candidate_groups && cast(:groups as text[]) or cardinality(t.candidate_groups) = 0
        or t.assignee = :username)""";

  private final JdbcClient jdbc;

  StaffTaskQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A task of the agency, whatever became of it.
   *
   * @param completedBy who did it, as colleagues know the person; null where nobody did or nothing
   *     says who
   */
  record Row(
      State state,
      StaffTask task,
      FormSchema form,
      Map<String, Object> variables,
      @Nullable String completedBy) {}

  List<StaffTask> open(TaskPerson person, TaskFilter filter) {
    var group = filter.group();
    return person(
            person,
            COLUMNS
                + "where t.state = 'OPEN' and "
                + SEEN
                + """
                  and (:whose = 'ANYBODY' or (:whose = 'MINE' and t.assignee = :username)
                    or (:whose = 'NOBODY' and t.assignee is null))
                  and (cast(:group as text) is null or cast(:group as text) = any(t.candidate_groups))
                  and (cast(:taskId as text) is null or t.task_id = :taskId)
                order by t.waits_since, t.key""")
        .param("whose", filter.whose().name())
        .param("group", group == null ? null : group.code())
        .param("taskId", filter.taskId())
        .query((row, index) -> task(row))
        .list();
  }

  List<StaffTask> ofConversation(TaskPerson person, ConversationId conversation) {
    return person(
            person,
            COLUMNS
                + "where t.state = 'OPEN' and t.conversation_id = :conversation and "
                + SEEN
                + " order by t.waits_since, t.key")
        .param("conversation", conversation.value())
        .query((row, index) -> task(row))
        .list();
  }

  List<StaffTask> ofBooking(TaskPerson person, BookingId booking) {
    return person(
            person,
            COLUMNS
                + "where t.state = 'OPEN' and t.booking_id = :booking and "
                + SEEN
                + " order by t.waits_since, t.key")
        .param("booking", booking.value())
        .query((row, index) -> task(row))
        .list();
  }

  int count(TaskPerson person) {
    return person(person, "select count(*) from user_task t where t.state = 'OPEN' and " + SEEN)
        .query(Integer.class)
        .single();
  }

  Optional<Row> find(AgencyId agency, TaskKey key) {
    return jdbc.sql(COLUMNS + "where t.agency_id = ? and t.key = ?")
        .params(agency.value(), key.value())
        .query((row, index) -> row(row))
        .optional();
  }

  Optional<Instant> engineAwaySince() {
    return jdbc.sql("select away_since from user_task_poll where away_since is not null")
        .query((row, index) -> row.getTimestamp("away_since").toInstant())
        .optional();
  }

  private StatementSpec person(TaskPerson person, String sql) {
    return jdbc.sql(sql)
        .param("agency", person.agency().value())
        .param("groups", person.groups().stream().map(StaffGroup::code).toArray(String[]::new))
        .param("username", person.username());
  }

  private static Row row(ResultSet row) throws SQLException {
    var schema = row.getString("schema");
    var variables = row.getString("variables");
    return new Row(
        State.valueOf(row.getString("state")),
        task(row),
        FormSchema.parse(schema == null ? "{}" : schema),
        variables == null ? Map.of() : variables(variables),
        row.getString("completed_by"));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> variables(String json) {
    return PlainJson.read(json, Map.class);
  }

  private static StaffTask task(ResultSet row) throws SQLException {
    var due = row.getTimestamp("due_at");
    var assignee = row.getString("assignee");
    var conversation = row.getObject("conversation_id", UUID.class);
    var booking = row.getObject("booking_id", UUID.class);
    return new StaffTask(
        new TaskKey(row.getLong("key")),
        row.getString("task_id"),
        row.getString("name"),
        row.getString("contact_name"),
        Objects.requireNonNullElse(row.getString("why"), ""),
        row.getTimestamp("waits_since").toInstant(),
        due == null ? null : due.toInstant(),
        List.of((String[]) row.getArray("candidate_groups").getArray()),
        assignee == null ? null : new Holder(assignee, row.getString("holder_name")),
        conversation == null ? null : new ConversationId(conversation),
        booking == null ? null : new BookingId(booking));
  }
}
