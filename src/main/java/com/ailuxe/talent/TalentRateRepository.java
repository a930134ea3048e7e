package com.ailuxe.talent;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface TalentRateRepository extends JpaRepository<TalentRate, UUID> {
  @Query(
      """
      select r from TalentRate r
      where r.agencyId = :agencyId and r.talentId = :talentId
        and r.validFrom <= :day and (r.validTo is null or r.validTo >= :day)""")
  Optional<TalentRate> validOn(UUID agencyId, UUID talentId, LocalDate day);
}
