package com.ailuxe.journey;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.ailuxe.agency.AgencyId;
import com.ailuxe.staff.StaffId;
import com.ailuxe.staff.StaffMember;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People of an agency's staff who are signed in. */
public final class DeskPerson {
  private DeskPerson() {}

  /** Nora Lind, a concierge. */
  public static StaffMember of(JdbcClient jdbc, AgencyId agency) {
    var id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into staff (id, agency_id, username, name, role)
            values (?, ?, ?, 'Nora Lind', 'CONCIERGE')""")
        .params(id, agency.value(), id.toString())
        .update();
    var person = mock(StaffMember.class);
    when(person.id()).thenReturn(new StaffId(id));
    when(person.agency()).thenReturn(agency);
    when(person.personName()).thenReturn("Nora Lind");
    return person;
  }
}
