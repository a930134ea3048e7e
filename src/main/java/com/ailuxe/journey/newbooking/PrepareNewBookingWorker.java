package com.ailuxe.journey.newbooking;

import com.ailuxe.agency.Agencies;
import com.ailuxe.agency.AgencyProfile;
import com.ailuxe.contact.Contacts;
import com.ailuxe.conversation.ConversationProfile;
import com.ailuxe.conversation.Conversations;
import com.ailuxe.journey.JobTypes;
import com.ailuxe.journey.form.Choice;
import com.ailuxe.journey.form.FormText;
import com.ailuxe.journey.form.FormWords;
import com.ailuxe.talent.TalentProfile;
import com.ailuxe.talent.Talents;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lays out for whom and of whom staff may make a booking. */
@Component
public class PrepareNewBookingWorker {
  private static final int MOST = 100;

  private final Agencies agencies;
  private final Contacts contacts;
  private final Conversations conversations;
  private final Talents talents;

  PrepareNewBookingWorker(
      Agencies agencies, Contacts contacts, Conversations conversations, Talents talents) {
    this.agencies = agencies;
    this.contacts = contacts;
    this.conversations = conversations;
    this.talents = talents;
  }

  public record Prepared(Desk desk) {}

  /**
   * What the form shows.
   *
   * @param round how often the form is shown, so that no answer is taken for an older one
   * @param problem why the last answer was not carried out; empty where it was, or is the first
   * @param contacts those who wrote last, after the ways to find others, or who were looked for,
   *     before them; each by the conversation in which they are reached
   */
  public record Desk(int round, String problem, List<Choice> contacts, List<Choice> talents) {}

  /**
   * @param search a name or a number, where somebody else is looked for
   */
  @JobWorker(type = JobTypes.PREPARE_NEW_BOOKING)
  public Prepared handle(
      @Variable(optional = true) @Nullable String search,
      @Variable(optional = true) @Nullable String problem,
      @Variable(optional = true) @Nullable Integer round) {
    var all = agencies.all();
    var words = search == null ? "" : search.strip();
    var found =
        words.isEmpty()
            ? conversations.newest(MOST)
            : contacts.search(words, MOST).stream()
                .flatMap(contact -> conversations.of(contact.id()).stream())
                .toList();
    var known = found.stream().map(conversation -> choice(conversation, all)).toList();
    var others =
        List.of(
            new Choice("A new contact", ContactChoice.NEW),
            new Choice("Somebody else: look by name or number", ContactChoice.SOMEBODY_ELSE));
    var choices = new ArrayList<>(words.isEmpty() ? others : known);
    choices.addAll(words.isEmpty() ? known : others);
    var nobody =
        !words.isEmpty() && found.isEmpty()
            ? "Nobody is known by '%s'.".formatted(FormText.line(words))
            : "";
    return new Prepared(
        new Desk(
            round == null ? 1 : round,
            problem == null || problem.isEmpty() ? nobody : FormText.line(problem),
            choices,
            all.stream().flatMap(agency -> talents(agency, all)).toList()));
  }

  private Choice choice(ConversationProfile conversation, List<AgencyProfile> all) {
    var contact = contacts.profile(conversation.contactId());
    var agency = agencies.profile(conversation.agencyId());
    return new Choice(
        "%s, %s %s%s"
            .formatted(
                FormText.plainLine(contact.displayName()),
                FormWords.channel(conversation.channel()),
                conversation.recipient().value(),
                where(agency, all)),
        conversation.id().toString());
  }

  private Stream<Choice> talents(AgencyProfile agency, List<AgencyProfile> all) {
    return talents.active(agency.id()).stream()
        .map(
            talent ->
                new Choice(Choice.of(talent).label() + where(agency, all), key(agency, talent)));
  }

  /** Among several agencies each line says whose it is. */
  private static String where(AgencyProfile agency, List<AgencyProfile> all) {
    return all.size() == 1 ? "" : ", " + agency.name();
  }

  /** The agency's short name, and the talent by name: which of them it is needs both. */
  private static String key(AgencyProfile agency, TalentProfile talent) {
    return agency.slug() + "/" + talent.name();
  }
}
