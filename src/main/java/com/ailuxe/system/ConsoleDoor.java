package com.ailuxe.system;

import com.ailuxe.staff.SignInNotNow;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/**
 * What a browser gets at the door of the console. A page that is opened leads to the sign-in and
 * back; a part of a page that is open is refused in words that the page understands, so that
 * nothing typed there is lost.
 */
@Component
class ConsoleDoor
    implements AuthenticationEntryPoint,
        AuthenticationSuccessHandler,
        AuthenticationFailureHandler {
  static final String SIGN_IN = "/sign-in";
  static final String REFUSED = "/sign-in/refused";
  static final String FIRST_PAGE = "/";

  /** Says that a script of an open page calls. */
  private static final String IN_PAGE = "X-In-Page";

  private static final Pattern OWN_PAGE = Pattern.compile("/(?:[^/\\\\\\s][^\\\\\\s]*)?");

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException nobody)
      throws IOException {
    if (isInPage(request) || !"GET".equals(request.getMethod())) {
      response.setStatus(HttpStatus.UNAUTHORIZED.value());
      return;
    }
    var query = request.getQueryString();
    var page = request.getRequestURI() + (query == null ? "" : "?" + query);
    response.sendRedirect(
        FIRST_PAGE.equals(page)
            ? SIGN_IN
            : SIGN_IN + "?to=" + URLEncoder.encode(page, StandardCharsets.UTF_8));
  }

  @Override
  public void onAuthenticationSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication signedIn)
      throws IOException {
    if (isInPage(request)) {
      if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
        response.setHeader(token.getHeaderName(), token.getToken());
      }
      response.setStatus(HttpStatus.NO_CONTENT.value());
      return;
    }
    response.sendRedirect(page(request.getParameter("to")));
  }

  /** The page says why, with the name as it was typed. */
  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
      throws IOException, ServletException {
    var status = HttpStatus.UNAUTHORIZED;
    if (refused instanceof SignInNotNow notNow) {
      response.setHeader(
          HttpHeaders.RETRY_AFTER, String.valueOf(notNow.retryAfter().toSeconds() + 1));
      status =
          notNow.reason() == SignInNotNow.Reason.LIMIT
              ? HttpStatus.TOO_MANY_REQUESTS
              : HttpStatus.SERVICE_UNAVAILABLE;
    } else if (refused instanceof AuthenticationServiceException) {
      status = HttpStatus.SERVICE_UNAVAILABLE;
    }
    response.setStatus(status.value());
    if (!isInPage(request)) {
      request.getRequestDispatcher(REFUSED).forward(request, response);
    }
  }

  private static boolean isInPage(HttpServletRequest request) {
    return request.getHeader(IN_PAGE) != null || request.getHeader("HX-Request") != null;
  }

  /** Nowhere else than to a page of ours. */
  private static String page(@Nullable String wanted) {
    return wanted != null && OWN_PAGE.matcher(wanted).matches() ? wanted : FIRST_PAGE;
  }
}
