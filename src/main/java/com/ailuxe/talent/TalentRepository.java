package com.ailuxe.talent;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface TalentRepository extends JpaRepository<Talent, UUID> {
  @Query("select t from Talent t where t.agencyId = :agencyId and t.active order by t.name")
  List<Talent> active(UUID agencyId);

  List<Talent> findByAgencyIdAndActiveTrueAndNameIgnoreCase(UUID agencyId, String name);

  List<Talent> findByAgencyIdAndActiveTrueAndKindIgnoreCaseOrderByName(UUID agencyId, String kind);

  @Query("select t from Talent t where t.agencyId = :agencyId and t.id = :id")
  Optional<Talent> find(UUID agencyId, UUID id);

  List<Talent> findByAgencyIdAndIdIn(UUID agencyId, Collection<UUID> ids);
}
