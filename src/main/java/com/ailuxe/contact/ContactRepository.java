package com.ailuxe.contact;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface ContactRepository extends JpaRepository<Contact, UUID> {
  /** A language that somebody chose for the contact stays. */
  @Modifying
  @Query(
      """
      update Contact c set c.locale = :locale, c.derivedLocale = :locale
      where c.id = :id and c.locale = c.derivedLocale""")
  void writesIn(UUID id, String locale);

  /** Who entered a legal name has become known. */
  @Modifying
  @Query("update Contact c set c.legalNameGivenBy = :name where c.legalNameDecision = :decision")
  void signed(UUID decision, String name);
}
