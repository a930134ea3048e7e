package com.ailuxe.agency;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface AgencyRepository extends JpaRepository<Agency, UUID> {
  Optional<Agency> findBySlug(String slug);

  @Query(
      nativeQuery = true,
      value =
          """
          select a.* from agency a join channel_account c on c.agency_id = a.id
          where c.channel = :channel and c.provider_account_id = :providerAccountId""")
  Optional<Agency> findByAccount(String channel, String providerAccountId);
}
