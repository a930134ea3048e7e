package com.ailuxe.talent;

import com.ailuxe.agency.AgencyId;
import com.ailuxe.shared.Identifier;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an agency offers. Nobody sees the talent of another agency. */
@Service
@Transactional(readOnly = true)
public class Talents {
  private final TalentRepository repository;
  private final TalentRateRepository rates;

  Talents(TalentRepository repository, TalentRateRepository rates) {
    this.repository = repository;
    this.rates = rates;
  }

  /** All that can be booked now, by name. */
  public List<TalentProfile> active(AgencyId agency) {
    return profiles(repository.active(agency.value()));
  }

  /**
   * The profile of a talent, also of one that is no longer active: bookings of it live on.
   *
   * @throws NoSuchElementException when the agency has no such talent
   */
  public TalentProfile profile(AgencyId agency, TalentId id) {
    return repository
        .find(agency.value(), id.value())
        .orElseThrow(() -> new NoSuchElementException("No talent " + id))
        .profile();
  }

  /** The profiles of several talents, in no order; what the agency does not have is left out. */
  public List<TalentProfile> profiles(AgencyId agency, Collection<TalentId> ids) {
    return profiles(repository.findByAgencyIdAndIdIn(agency.value(), Identifier.valuesOf(ids)));
  }

  /**
   * What a talent costs for an event that begins on this day at its place.
   *
   * @return empty when the price is on request
   */
  public Optional<Rate> rate(AgencyId agency, TalentId id, LocalDate day) {
    return rates.validOn(agency.value(), id.value(), day).map(TalentRate::rate);
  }

  /**
   * Who a contact may mean: the active talent of that name, else all active ones of that kind by
   * name, whatever the case.
   *
   * @return empty when nobody fits
   */
  public List<TalentProfile> find(AgencyId agency, String nameOrKind) {
    var wanted = nameOrKind.strip();
    var named = repository.findByAgencyIdAndActiveTrueAndNameIgnoreCase(agency.value(), wanted);
    return profiles(
        named.isEmpty()
            ? repository.findByAgencyIdAndActiveTrueAndKindIgnoreCaseOrderByName(
                agency.value(), wanted)
            : named);
  }

  private static List<TalentProfile> profiles(List<Talent> talents) {
    return talents.stream().map(Talent::profile).toList();
  }
}
