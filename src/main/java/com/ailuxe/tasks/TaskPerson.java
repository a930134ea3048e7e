package com.ailuxe.tasks;

import com.ailuxe.agency.AgencyId;
import com.ailuxe.staff.StaffGroup;
import com.ailuxe.staff.StaffMember;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Somebody of an agency who does tasks.
 *
 * @param username within the agency, by which the engine and Tasklist know the person
 * @param groups whose tasks the person sees
 */
public record TaskPerson(AgencyId agency, String username, Set<StaffGroup> groups) {
  private static final String AUTHORITY = "ROLE_";

  public TaskPerson {
    groups = Set.copyOf(groups);
  }

  /** The person who is signed in. */
  public static TaskPerson of(StaffMember member) {
    var signInName = member.getUsername();
    return new TaskPerson(
        member.agency(),
        signInName.substring(0, signInName.lastIndexOf('@')),
        Arrays.stream(StaffGroup.values())
            .filter(
                group ->
                    member.getAuthorities().stream()
                        .anyMatch(has -> (AUTHORITY + group).equals(has.getAuthority())))
            .collect(Collectors.toSet()));
  }

  /** Whether a person may take a task from a colleague who has it. */
  public boolean mayTakeFromOthers() {
    return groups.contains(StaffGroup.SUPERVISOR);
  }
}
