package com.ailuxe.console.frame;

import com.ailuxe.agency.AgencyProfile;
import com.ailuxe.staff.StaffMember;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What stands around every page: the agency's brand, who is signed in, and the rooms. */
public final class Frame {
  private final Assets files;
  private final @Nullable StaffMember staff;
  private final Supplier<AgencyProfile> agency;
  private final Look look;

  Frame(Assets files, @Nullable StaffMember staff, Supplier<AgencyProfile> agency, Look look) {
    this.files = files;
    this.staff = staff;
    this.agency = agency;
    this.look = look;
  }

  /**
   * How one person wants to see the pages.
   *
   * @param theme {@code light} or {@code dark}; empty: as the system has it
   * @param direction {@code ltr} or {@code rtl}
   */
  public record Look(String theme, String direction) {}

  public Look getLook() {
    return look;
  }

  /** What the addresses of scripts, styles and fonts begin with. */
  public String getFiles() {
    return files.path();
  }

  public boolean isHeadingFontThere() {
    return files.haveHeadingFont();
  }

  public boolean isSignedIn() {
    return staff != null;
  }

  /**
   * @throws IllegalStateException when nobody is signed in
   */
  public AgencyProfile getAgency() {
    return agency.get();
  }

  /**
   * @throws IllegalStateException when nobody is signed in
   */
  public String getPersonName() {
    if (staff == null) {
      throw new IllegalStateException("Nobody is signed in");
    }
    return staff.personName();
  }

  public List<Room> getRooms() {
    return List.of(Room.values());
  }

  /** The markup of an icon. */
  public String icon(String name) {
    return files.icon(name);
  }
}
