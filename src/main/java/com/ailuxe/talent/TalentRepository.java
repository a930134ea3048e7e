package com.ailuxe.talent;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface TalentRepository extends JpaRepository<Talent, UUID> {
  List<Talent> findByAgencyIdAndActiveTrueOrderByName(UUID agencyId);

  List<Talent> findByAgencyIdAndActiveTrueAndNameIgnoreCase(UUID agencyId, String name);

  List<Talent> findByAgencyIdAndActiveTrueAndKindIgnoreCaseOrderByName(UUID agencyId, String kind);

  Optional<Talent> findByAgencyIdAndId(UUID agencyId, UUID id);
}
