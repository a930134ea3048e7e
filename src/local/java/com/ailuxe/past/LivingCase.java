package com.ailuxe.past;

import com.ailuxe.DemoAgency;
import com.ailuxe.shared.BookingId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A booking that is not over, whose case begins where the past has left it. The audit trail says
 * which of them the past has left, and which have their case by now.
 *
 * @param stage the element of {@code booking.bpmn} that is next
 * @param variables those that the case has by then
 */
public record LivingCase(BookingId booking, String stage, Map<String, Object> variables) {
  /** What the audit trail calls a case of the past. */
  public static final String SUBJECT = "past";

  static final String WAITS = "past.case-waits";
  public static final String BEGUN = "past.case-begun";

  /** Those that the past has left and that have not begun. */
  public static List<LivingCase> waiting(JdbcClient database) {
    return database
        .sql(
            """
            select b.id, b.conversation_id, b.state, b.ends_at, b.hold_expires_at, a.detail
            from audit a join booking b on b.id = a.subject_id
            where a.agency_id = :agency and a.subject_type = :subject and a.action = :waits
              and not exists (select from audit begun
                where begun.agency_id = a.agency_id and begun.subject_type = a.subject_type
                  and begun.subject_id = a.subject_id and begun.action = :begun)
            order by a.id""")
        .param("agency", DemoAgency.ID.value())
        .param("subject", SUBJECT)
        .param("waits", WAITS)
        .param("begun", BEGUN)
        .query(
            (row, index) -> {
              var variables = new HashMap<String, Object>();
              variables.put("bookingId", row.getString("id"));
              variables.put("conversationId", row.getString("conversation_id"));
              variables.put("detailsComplete", row.getTimestamp("ends_at") != null);
              if (row.getTimestamp("ends_at") != null) {
                var end = row.getTimestamp("ends_at").toInstant();
                var held = row.getTimestamp("hold_expires_at");
                variables.put("endsAt", end.toString());
                variables.put(
                    "holdExpiresAt",
                    (row.getString("state").equals("HELD") && held != null ? held.toInstant() : end)
                        .toString());
              }
              return new LivingCase(
                  new BookingId(row.getObject("id", UUID.class)),
                  row.getString("detail"),
                  variables);
            })
        .list();
  }
}
