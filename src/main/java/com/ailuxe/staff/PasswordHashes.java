package com.ailuxe.staff;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;

/** Compares passwords with what is stored of them: bcrypt, dear enough, and nothing else. */
@Component
class PasswordHashes {
  /** Cheaper ones are guessed too fast; a dearer one would keep everybody else waiting. */
  private static final Pattern ACCEPTED =
      Pattern.compile("(?:\\{bcrypt})?(?<hash>\\$2[aby]\\$1[0-4]\\$[./0-9A-Za-z]{53})");

  /** The hash of no password, with the cost that {@code src/docs/api.md} names. */
  private static final String NOBODYS =
      "$2a$12$5MLxQASXVqDcE2kamZfZlelgyKyWuOURztf40Ai1W9UHDTioFyRP6";

  private final BCryptPasswordEncoder bcrypt = new BCryptPasswordEncoder();

  boolean isAccepted(String stored) {
    return ACCEPTED.matcher(stored).matches();
  }

  /**
   * Takes its time also when there is nothing to compare with.
   *
   * @param stored null when nobody has the name
   */
  boolean matches(String password, @Nullable String stored) {
    var accepted = ACCEPTED.matcher(stored == null ? "" : stored);
    var usable = accepted.matches();
    return bcrypt.matches(password, usable ? accepted.group("hash") : NOBODYS) && usable;
  }
}
