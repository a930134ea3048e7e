package com.ailuxe.system;

import com.ailuxe.staff.SignInNotNow;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Tells staff why they are not let in, as a problem document (RFC 9457). */
@Component
class SignInProblems implements AuthenticationEntryPoint, AccessDeniedHandler {
  private static final Logger log = LoggerFactory.getLogger(SignInProblems.class);

  private final JsonMapper json;

  SignInProblems(JsonMapper json) {
    this.json = json;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
      throws IOException {
    if (refused instanceof AuthenticationServiceException) {
      log.error("Nobody can sign in: the staff could not be read", refused);
      write(
          response,
          HttpStatus.SERVICE_UNAVAILABLE,
          "sign-in-unavailable",
          "Signing in does not work right now; please try again in a moment");
      return;
    }
    if (refused instanceof SignInNotNow notNow) {
      response.setHeader(
          HttpHeaders.RETRY_AFTER, String.valueOf(notNow.retryAfter().toSeconds() + 1));
      switch (notNow.reason()) {
        case LIMIT ->
            write(
                response,
                HttpStatus.TOO_MANY_REQUESTS,
                "sign-in-limited",
                "Too many sign-ins failed; please wait as long as Retry-After says, then try again");
        case BUSY ->
            write(
                response,
                HttpStatus.SERVICE_UNAVAILABLE,
                "sign-in-busy",
                "Many sign in at this moment; please try again in a few seconds");
      }
      return;
    }
    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"AI LUXE\", charset=\"UTF-8\"");
    write(
        response,
        HttpStatus.UNAUTHORIZED,
        "sign-in-refused",
        "Sign in as <username>@<short name of the agency> with the password of that person");
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
      throws IOException {
    write(
        response,
        HttpStatus.FORBIDDEN,
        "not-allowed",
        "Your role does not allow this; ask the owner of the agency for another one");
  }

  private void write(HttpServletResponse response, HttpStatus status, String type, String detail)
      throws IOException {
    var problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setType(URI.create("urn:ailuxe:api:" + type));
    response.setStatus(status.value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    json.writeValue(response.getOutputStream(), problem);
  }
}
