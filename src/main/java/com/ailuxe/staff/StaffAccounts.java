package com.ailuxe.staff;

import com.ailuxe.agency.AgencyId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.stereotype.Component;

/**
 * Who may sign in, as {@code <username>@<short name of the agency>}: usernames are unique within an
 * agency only. Staff without a password cannot.
 */
@Component
class StaffAccounts {
  private static final Pattern SIGN_IN_NAME =
      Pattern.compile("(?<username>\\P{Cntrl}{1,200})@(?<agency>[^@\\p{Cntrl}]{1,200})");

  private static final String ACCOUNT =
      """
      select s.id, s.agency_id, s.name, s.role, s.password_hash, s.username || '@' || a.slug as sign_in_name
      from staff s join agency a on a.id = s.agency_id\s""";

  private final JdbcClient jdbc;

  StaffAccounts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Somebody who may sign in, with what is stored of the password. */
  record Account(StaffId id, StaffMember member, String passwordHash) {}

  Optional<Account> find(String signInName) {
    var name = SIGN_IN_NAME.matcher(signInName);
    if (!name.matches()) {
      return Optional.empty();
    }
    return jdbc.sql(ACCOUNT + "where s.username = ? and a.slug = ? and s.password_hash is not null")
        .params(name.group("username"), name.group("agency"))
        .query((row, index) -> account(row))
        .optional();
  }

  /** The account of somebody who may still sign in. */
  Optional<Account> find(StaffId id) {
    return jdbc.sql(ACCOUNT + "where s.id = ? and s.password_hash is not null")
        .param(id.value())
        .query((row, index) -> account(row))
        .optional();
  }

  private static Account account(ResultSet row) throws SQLException {
    var id = new StaffId(row.getObject("id", UUID.class));
    return new Account(id, member(id, row), row.getString("password_hash"));
  }

  private static StaffMember member(StaffId id, ResultSet row) throws SQLException {
    var role = row.getString("role");
    var groups =
        Arrays.stream(StaffGroup.values())
            .filter(group -> group.roles().contains(role))
            .map(group -> "ROLE_" + group)
            .toList();
    return new StaffMember(
        id,
        new AgencyId(row.getObject("agency_id", UUID.class)),
        row.getString("name"),
        row.getString("sign_in_name"),
        row.getString("password_hash"),
        AuthorityUtils.createAuthorityList(groups));
  }
}
