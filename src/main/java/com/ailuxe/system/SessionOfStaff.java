package com.ailuxe.system;

import com.ailuxe.staff.StaffId;
import com.ailuxe.staff.StaffMember;
import com.ailuxe.staff.StaffSessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/** Keeps who is signed in by the person's id in the session, and nothing of ours that ages. */
@Component
class SessionOfStaff implements SecurityContextRepository {
  /** The attribute by which all sessions of a person are found. */
  private static final String STAFF = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;

  private final StaffSessions sessions;

  SessionOfStaff(StaffSessions sessions) {
    this.sessions = sessions;
  }

  @Override
  @Deprecated
  public SecurityContext loadContext(HttpRequestResponseHolder holder) {
    return context(holder.getRequest());
  }

  @Override
  public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
    return new Deferred(request);
  }

  @Override
  public void saveContext(
      SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
    var signedIn = context.getAuthentication();
    if (signedIn != null && signedIn.getPrincipal() instanceof StaffMember staff) {
      request.getSession().setAttribute(STAFF, staff.id().toString());
    } else {
      var session = request.getSession(false);
      if (session != null) {
        session.removeAttribute(STAFF);
      }
    }
  }

  @Override
  public boolean containsContext(HttpServletRequest request) {
    return staff(request).isPresent();
  }

  private SecurityContext context(HttpServletRequest request) {
    var context = SecurityContextHolder.createEmptyContext();
    staff(request)
        .flatMap(sessions::find)
        .ifPresent(
            staff ->
                context.setAuthentication(
                    UsernamePasswordAuthenticationToken.authenticated(
                        staff, null, staff.getAuthorities())));
    return context;
  }

  private static Optional<StaffId> staff(HttpServletRequest request) {
    var session = request.getSession(false);
    return session != null && session.getAttribute(STAFF) instanceof String id
        ? Optional.of(StaffId.parse(id))
        : Optional.empty();
  }

  /** Reads nothing until somebody asks who calls. */
  private final class Deferred implements DeferredSecurityContext {
    private final HttpServletRequest request;
    private @Nullable SecurityContext read;

    Deferred(HttpServletRequest request) {
      this.request = request;
    }

    @Override
    public SecurityContext get() {
      var context = read;
      if (context == null) {
        context = context(request);
        read = context;
      }
      return context;
    }

    @Override
    public boolean isGenerated() {
      return get().getAuthentication() == null;
    }
  }
}
