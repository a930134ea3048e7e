package com.ailuxe.staff;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * Where a sign-in comes from, and the agency whose page it was typed on: there the username alone
 * is enough.
 */
public final class SignInDetails extends WebAuthenticationDetails {
  /** The field of the page with the agency's short name. */
  public static final String AGENCY = "agency";

  private final @Nullable String agency;

  public SignInDetails(HttpServletRequest request) {
    super(request);
    this.agency = request.getParameter(AGENCY);
  }

  /** The name with which the person signs in anywhere. */
  String complete(String name) {
    return agency == null || agency.isBlank() || name.contains("@") ? name : name + "@" + agency;
  }
}
