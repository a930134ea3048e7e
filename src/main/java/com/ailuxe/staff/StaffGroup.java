package com.ailuxe.staff;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Who is notified: the groups that Tasklist offers tasks to. A role of staff says who is in which.
 */
public enum StaffGroup {
  CONCIERGE,
  APPROVER,
  /** Those to whom what others left undone is escalated. */
  SUPERVISOR,
  /** Those who get what the supervisors left undone, too. */
  OWNER;

  private static final String IN_EVERY_GROUP = "OWNER";

  /**
   * @param code as the BPMN files name it, for example {@code supervisor}
   * @throws IllegalArgumentException when there is no such group
   */
  public static StaffGroup ofCode(String code) {
    return Arrays.stream(values())
        .filter(group -> group.code().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "No group '%s'; there are %s"
                        .formatted(code, Arrays.stream(values()).map(StaffGroup::code).toList())));
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  List<String> roles() {
    return List.of(IN_EVERY_GROUP, name());
  }
}
