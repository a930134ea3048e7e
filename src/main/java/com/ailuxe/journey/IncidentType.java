package com.ailuxe.journey;

/**
 * Why a job gives up and its case waits for an operator. The name stands at the front of what
 * Operate shows, and is the section of {@code src/docs/runbook.md} that says more.
 */
public enum IncidentType {
  DATABASE_AWAY(
      Healing.BY_ITSELF,
      "The database could not be reached, or did not answer in time",
      "See that /actuator/health shows db UP again"),
  CASE_OVERTAKEN(
      Healing.BY_ITSELF,
      "What the case decides was settled elsewhere, and the case has not heard of it yet",
      "See that table event_publication is empty, so that the case has heard of it"),
  UNFORESEEN(
      Healing.BY_ITSELF,
      "The job failed for a reason that has no name here, in each of several tries",
      "Read in the app's log what failed, and fix that"),
  DATA_MISSING(
      Healing.BY_HAND,
      "The database has no row that the case needs",
      "Restore the row, or correct the id among the case's variables"),
  PARTY_UNKNOWN(
      Healing.BY_HAND,
      "A document needs the legal name of its party, and nobody has said it",
      "Ask for the name, and write it to the contact as the runbook says"),
  CONTRACT_FONT(
      Healing.BY_HAND,
      "A document cannot be set in the letters it needs",
      "Write the name, place or talent in letters that the fonts have"),
  CONTRACT_CHANGED(
      Healing.BY_HAND,
      "A document must not go out, as its file is not the one that was issued",
      "Restore the issued file from a backup"),
  TEMPLATE_BROKEN(
      Healing.BY_HAND,
      "A text of templates/ cannot be made",
      "Fix the template that the app's log names, and start the app with it"),
  FORM_ANSWER(
      Healing.BY_HAND,
      "What came back from a form cannot be carried out",
      "Correct that variable of the case"),
  MODEL_MISMATCH(
      Healing.BY_HAND,
      "A model asks for what the app does not know",
      "Fix the model, start the app with it, and correct the case as the runbook says"),
  PROGRAM_ERROR(
      Healing.BY_HAND,
      "The app met something that it takes for impossible",
      "Give the developers the app's log of this job, and have the cause fixed");

  private enum Healing {
    BY_ITSELF,
    BY_HAND
  }

  private final Healing healing;
  private final String happened;
  private final String toDo;

  IncidentType(Healing healing, String happened, String toDo) {
    this.healing = healing;
    this.happened = happened;
    this.toDo = toDo;
  }

  /** Whether trying again after a pause may do without an operator. */
  boolean healsByItself() {
    return healing == Healing.BY_ITSELF;
  }

  /**
   * What an operator reads.
   *
   * @param detail ids and names of files only: people's data do not belong into the engine
   */
  String text(String detail) {
    return "%s: %s (%s). %s; then press Retry in Operate."
        .formatted(name(), happened, detail, toDo);
  }
}
