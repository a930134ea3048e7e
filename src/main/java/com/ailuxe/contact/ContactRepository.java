package com.ailuxe.contact;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface ContactRepository extends JpaRepository<Contact, UUID> {
  @Query(
      nativeQuery = true,
      value =
          """
          select c.* from contact c join contact_identity i on i.contact_id = c.id
          where i.agency_id = :agencyId and i.kind = :kind and i.value = :value""")
  Optional<Contact> findByIdentity(UUID agencyId, String kind, String value);
}
