package com.ailuxe.past;

import com.ailuxe.agency.Actor;

/** The staff of the demo agency, as {@code db/demo} has them. */
enum Staff {
  CAMILLE("Camille Laurent"),
  MARGAUX("Margaux Petit"),
  JULIEN("Julien Caron"),
  ELISE("Élise Fontaine");

  private final String fullName;

  Staff(String fullName) {
    this.fullName = fullName;
  }

  String fullName() {
    return fullName;
  }

  String firstName() {
    return fullName.substring(0, fullName.indexOf(' '));
  }

  Actor actor() {
    return Actor.named(fullName);
  }
}
