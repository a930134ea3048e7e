package com.ailuxe.console;

import com.ailuxe.agency.AgencyId;
import com.ailuxe.shared.IdAsText;
import com.ailuxe.staff.StaffMember;
import java.util.List;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells people as whom they are signed in. */
@RestController
class MeController {
  /**
   * @param authorities {@code ROLE_} and each group that the person is in
   */
  record SignedIn(String name, @IdAsText AgencyId agency, List<String> authorities) {}

  @GetMapping("/api/me")
  SignedIn me(@AuthenticationPrincipal StaffMember staff) {
    return new SignedIn(
        staff.personName(),
        staff.agency(),
        staff.getAuthorities().stream().map(GrantedAuthority::getAuthority).toList());
  }
}
