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

  /** The agency's contracts are issued one after the other, each to the end of its transaction. */
  void lock(AgencyId agency, int year) {
    jdbc.sql(
            """
            insert into contract_series (agency_id, year, last) values (?, ?, 0)
            on conflict do nothing""")
        .params(agency.value(), year)
        .update();
    jdbc.sql("select last from contract_series where agency_id = ? and year = ? for update")
        .params(agency.value(), year)
        .query(Integer.class)
        .single();
  }

  int next(AgencyId agency, int year) {
    return jdbc.sql(
            """
            update contract_series set last = last + 1 where agency_id = ? and year = ?
            returning last""")
        .params(agency.value(), year)
        .query(Integer.class)
        .single();
  }
}
