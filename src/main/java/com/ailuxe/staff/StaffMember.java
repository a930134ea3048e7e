package com.ailuxe.staff;

import com.ailuxe.agency.AgencyId;
import java.util.Collection;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.User;

/**
 * The person of an agency who is signed in. A controller takes it as its {@code
 * AuthenticationPrincipal} and shows what belongs to {@link #agency()}, nothing else. Its
 * authorities are {@code ROLE_} and each {@link StaffGroup} of the person.
 */
public final class StaffMember extends User {
  private final StaffId id;
  private final AgencyId agency;
  private final String personName;

  StaffMember(
      StaffId id,
      AgencyId agency,
      String personName,
      String signInName,
      String passwordHash,
      Collection<? extends GrantedAuthority> authorities) {
    super(signInName, passwordHash, authorities);
    this.id = id;
    this.agency = agency;
    this.personName = personName;
  }

  public StaffId id() {
    return id;
  }

  public AgencyId agency() {
    return agency;
  }

  /** The name by which colleagues and the audit trail know the person. */
  public String personName() {
    return personName;
  }
}
