package com.ailuxe.booking;

import com.ailuxe.agency.AgencyId;
import com.ailuxe.shared.Identifier;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A wish that a person of the agency filed at the desk, and what became of it.
 *
 * @param filedBy who it was; the name is for people
 * @param begun whether it is being carried out, or was: then it is too late to take it back
 * @param answer null until there is one, and for what was taken back
 * @param withdrawn whether the person took it back
 */
public record DeskRequest(
    DeskRequestId id,
    AgencyId agency,
    Identifier filedBy,
    String filedByName,
    DeskWish wish,
    Instant filedAt,
    boolean begun,
    boolean withdrawn,
    @Nullable DeskAnswer answer) {
  /** Whether it is still to be carried out. */
  public boolean isOpen() {
    return answer == null && !withdrawn;
  }
}
