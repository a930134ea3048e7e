package com.ailuxe.staff;

import java.util.Optional;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/**
 * Who is signed in to the console. A session keeps the person's id alone: who that is, and what the
 * person may do, is read with each call, so that a change of it needs no new sign-in.
 */
@Component
public class StaffSessions {
  private final StaffAccounts accounts;
  private final FindByIndexNameSessionRepository<? extends Session> sessions;

  StaffSessions(
      StaffAccounts accounts, FindByIndexNameSessionRepository<? extends Session> sessions) {
    this.accounts = accounts;
    this.sessions = sessions;
  }

  /** The person of a session; empty when that one may not sign in any more. */
  public Optional<StaffMember> find(StaffId id) {
    return accounts.find(id).map(StaffAccounts.Account::member);
  }

  /** Ends every session of this person, on all devices and replicas. */
  public void endAll(StaffId id) {
    sessions.findByPrincipalName(id.toString()).keySet().forEach(sessions::deleteById);
  }
}
