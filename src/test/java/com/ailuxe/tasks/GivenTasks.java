package com.ailuxe.tasks;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.ailuxe.TestClock;
import com.ailuxe.agency.AgencyId;
import com.ailuxe.journey.FakeUserTasks;
import com.ailuxe.journey.Jobs;
import com.ailuxe.replicas.Replica;
import com.ailuxe.shared.ConversationId;
import com.ailuxe.shared.PlainJson;
import com.ailuxe.staff.StaffGroup;
import com.ailuxe.tasks.TaskEngine.OpenTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tasks of the engine as a test starts from them. */
public final class GivenTasks {
  static final String REVIEW = "Task_ReviewReply";
  static final String REVIEW_FORM = "review-reply/1";

  private GivenTasks() {}

  /** A draft that waits for a look, with all that its form shows. */
  public static OpenTask review(ConversationId conversation) {
    return review(conversation, null);
  }

  static OpenTask review(ConversationId conversation, @Nullable String assignee) {
    return new OpenTask(
        Jobs.key(),
        Jobs.key(),
        REVIEW,
        "Review reply",
        REVIEW_FORM,
        List.of("concierge"),
        assignee,
        TestClock.START,
        TestClock.START.plus(Duration.ofMinutes(15)));
  }

  public static Map<String, String> variables(ConversationId conversation) {
    return json(
        Map.of(
            "conversationId",
            conversation.toString(),
            "waitingSince",
            TestClock.START.minusSeconds(60).toString(),
            "contactName",
            "Ada \\*Private\\*",
            "channel",
            "WhatsApp",
            "question",
            "← Ada: May I bring my dog?",
            "talent",
            "",
            "transcript",
            "← Ada: May I bring my dog?",
            "files",
            "",
            "reason",
            "The agency's rules ask for a look at this draft",
            "reply",
            "A colleague will tell you shortly."));
  }

  public static Map<String, String> json(Map<String, ?> values) {
    var json = new HashMap<String, String>();
    values.forEach((name, value) -> json.put(name, PlainJson.write(value)));
    return json;
  }

  /** The engine has this form of {@code bpmn/} as its first version. */
  public static void deployed(FakeUserTasks engine, String form) {
    engine.has(form + "/1", schema(form));
  }

  static String schema(String form) {
    try {
      return Files.readString(Path.of("bpmn", form + ".form"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A poll of the replica that has the duty. */
  static TaskPoll poll(
      FakeUserTasks engine, UserTaskRows rows, TaskReading reading, TestClock clock) {
    var replica = mock(Replica.class);
    when(replica.holds(any())).thenReturn(true);
    return new TaskPoll(
        engine,
        rows,
        reading,
        replica,
        new StaffTaskProperties(Duration.ofSeconds(1), Duration.ZERO, null),
        clock);
  }

  static TaskPerson person(AgencyId agency, String username, StaffGroup... groups) {
    return new TaskPerson(agency, username, Arrays.stream(groups).collect(Collectors.toSet()));
  }

  static TaskPerson concierge(AgencyId agency, String username) {
    return new TaskPerson(agency, username, Set.of(StaffGroup.CONCIERGE));
  }
}
