package com.ailuxe.console.frame;

import com.ailuxe.agency.Agencies;
import com.ailuxe.agency.AgencyProfile;
import com.ailuxe.console.frame.Frame.Look;
import com.ailuxe.staff.StaffMember;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.error.BasicErrorController;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives each page its frame. */
@ControllerAdvice(annotations = Page.class, assignableTypes = BasicErrorController.class)
public class PageFrame {
  private static final Set<String> THEMES = Set.of("light", "dark");
  private static final Set<String> DIRECTIONS = Set.of("ltr", "rtl");

  private final Assets files;
  private final Agencies agencies;

  PageFrame(Assets files, Agencies agencies) {
    this.files = files;
    this.agencies = agencies;
  }

  /** The frame of the page that is asked for, also where that failed. */
  @ModelAttribute("frame")
  public Frame frame(HttpServletRequest request) {
    var staff =
        request.getUserPrincipal() instanceof Authentication signedIn
                && signedIn.getPrincipal() instanceof StaffMember member
            ? member
            : null;
    return new Frame(
        files,
        staff,
        () -> agency(staff),
        new Look(
            chosen(request, "theme", THEMES, ""), chosen(request, "direction", DIRECTIONS, "ltr")));
  }

  /** What a form sends back, so that nobody else's page can send it. */
  @ModelAttribute("_csrf")
  @Nullable CsrfToken csrf(HttpServletRequest request) {
    return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
        ? token
        : null;
  }

  private AgencyProfile agency(@Nullable StaffMember staff) {
    if (staff == null) {
      throw new IllegalStateException("Nobody is signed in");
    }
    return agencies.profile(staff.agency());
  }

  private static String chosen(
      HttpServletRequest request, String name, Set<String> possible, String otherwise) {
    var cookies = request.getCookies();
    return cookies == null
        ? otherwise
        : Arrays.stream(cookies)
            .filter(cookie -> cookie.getName().equals(name))
            .map(Cookie::getValue)
            .filter(possible::contains)
            .findFirst()
            .orElse(otherwise);
  }
}
