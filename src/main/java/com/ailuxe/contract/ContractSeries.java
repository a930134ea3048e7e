package com.ailuxe.contract;

import com.ailuxe.agency.AgencyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Numbers the contracts of an agency, each year from 1 and without a gap. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ContractSeries {
  private final JdbcClient jdbc;

  ContractSeries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The number that comes next unless somebody else takes it first; takes and locks nothing. */
  int expected(AgencyId agency, int year) {
    return 1
        + jdbc.sql("select last from contract_series where agency_id = ? and year = ?")
            .params(agency.value(), year)
            .query(Integer.class)
            .optional()
            .orElse(0);
  }

  /**
   * Takes the next number. From here to the end of the transaction nobody else takes one, so that a
   * transaction that fails leaves no gap: little may be left to do.
   */
  int next(AgencyId agency, int year) {
    return jdbc.sql(
            """
            insert into contract_series (agency_id, year, last) values (?, ?, 1)
            on conflict (agency_id, year) do update set last = contract_series.last + 1
            returning last""")
        .params(agency.value(), year)
        .query(Integer.class)
        .single();
  }
}
