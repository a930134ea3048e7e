package com.ailuxe.contract;

import com.ailuxe.agency.AgencyId;
import com.ailuxe.shared.ContractId;
import com.ailuxe.shared.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The PDFs, apart from the contracts so that those are read without them. */
@Component
class ContractFiles {
  private final JdbcClient jdbc;

  ContractFiles(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void keep(AgencyId agency, ContractId contract, byte[] content) {
    jdbc.sql("insert into contract_file (contract_id, agency_id, content) values (?, ?, ?)")
        .params(contract.value(), agency.value(), content)
        .update();
  }

  /**
   * @throws ContractTampered when it is not the file that was issued
   */
  byte[] read(ContractId contract, String number, String sha256) {
    var content = content(contract);
    var found = Sha256.hex(content);
    if (!found.equals(sha256)) {
      throw new ContractTampered(number, sha256, found);
    }
    return content;
  }

  /** The hash of the file as it is now, in hexadecimal. */
  String sha256(ContractId contract) {
    return Sha256.hex(content(contract));
  }

  private byte[] content(ContractId contract) {
    return jdbc.sql("select content from contract_file where contract_id = ?")
        .param(contract.value())
        .query((row, index) -> row.getBytes(1))
        .single();
  }
}
