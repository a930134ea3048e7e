package com.ailuxe.agency;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface AgencyRepository extends JpaRepository<Agency, UUID> {
  Optional<Agency> findBySlug(String slug);
}
