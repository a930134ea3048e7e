package com.ailuxe.talent;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.ZoneId;
import java.util.UUID;

/** A person or asset that can be booked. */
@Entity
class Talent {
  @Id private UUID id;
  private UUID agencyId;
  private String name;
  private String kind;
  private String city;
  private String zone;
  private String description;
  private boolean active;

  /** JPA needs it. */
  protected Talent() {}

  TalentProfile profile() {
    return new TalentProfile(
        new TalentId(id), name, kind, city, ZoneId.of(zone), description, active);
  }
}
