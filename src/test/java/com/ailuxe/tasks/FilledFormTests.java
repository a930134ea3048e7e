package com.ailuxe.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import com.ailuxe.shared.PlainJson;
import com.ailuxe.tasks.FormPart.Kind;
import com.ailuxe.tasks.FormPart.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A form is here what it is in Tasklist: the same parts, the same rules, the same answers. */
class FilledFormTests {
  private static final Map<String, Object> BOOKING =
      Map.of(
          "reference",
          "BK-2026-0001",
          "contactName",
          "Ada \\*Bold\\*",
          "channel",
          "WhatsApp",
          "talentName",
          "Aurelia",
          "overBudget",
          "",
          "conflicts",
          "",
          "asked",
          "← Ada: the yacht, please");

  @Test
  void textsAreSafeHtmlOfTheirMarkdown() {
    var html = part(form("approve-booking", BOOKING, Map.of()), "Field_Facts").html();

    assertThat(html)
        .contains("<strong>BK-2026-0001:</strong>")
        .contains("<strong>Ada *Bold*</strong>")
        .contains("<br />\n<strong>Place:</strong>")
        .doesNotContain("{{");
  }

  @Test
  void whatPeopleWroteIsNoExpression() {
    var words = "= 1 + 1 {{contactName}} {{#if true}}yes{{/if}}";
    var asked = new HashMap<>(BOOKING);
    asked.put("place", words);
    asked.put("note", "=1 + 1");
    var form = form("approve-booking", asked, Map.of("priceReason", List.of("{{1 + 1}}")));

    assertThat(part(form, "Field_Facts").html()).contains(words);
    assertThat(part(form, "Field_Note").value()).isEqualTo("=1 + 1");
    assertThat(form.answers()).containsEntry("priceReason", "{{1 + 1}}");
  }

  @Test
  void whatIsHiddenDependsOnTheValues() {
    assertThat(ids(form("approve-booking", BOOKING, Map.of())))
        .contains("Field_NoConflicts", "Field_Price")
        .doesNotContain("Field_Conflicts", "Field_Problem");

    var busy = new HashMap<>(BOOKING);
    busy.put("conflicts", "- held by somebody");
    busy.put("alternatives", "Bellissima");
    busy.put("problem", "The slot was taken");
    assertThat(ids(form("approve-booking", busy, Map.of("approved", List.of("false")))))
        .contains("Field_Conflicts", "Field_Alternatives", "Field_Problem")
        .doesNotContain("Field_NoConflicts", "Field_Price", "Field_PriceReason");
  }

  @Test
  void partsOfOneRowStandBesideEachOther() {
    var rows = form("approve-booking", BOOKING, Map.of()).form(false).rows();

    assertThat(rows.getFirst())
        .extracting(FormPart::id, FormPart::columns)
        .containsExactly(tuple("Field_Facts", 9), tuple("Field_ProposedPrice", 7));
  }

  @Test
  void answersHaveTheTypesThatTasklistGivesThem() {
    var answers =
        form(
                "approve-booking",
                BOOKING,
                Map.of(
                    "approved", List.of("true"),
                    "note", List.of("Welcome"),
                    "price", List.of("900.50"),
                    "priceReason", List.of("a regular")))
            .answers();

    assertThat(answers)
        .containsExactly(
            entry("approved", true),
            entry("note", "Welcome"),
            entry("price", "900.50"),
            entry("priceReason", "a regular"));
  }

  @Test
  void whatIsHiddenOrOnlyShownIsNotGivenBack() {
    var answers =
        form(
                "approve-booking",
                BOOKING,
                Map.of("approved", List.of("false"), "price", List.of("1")))
            .answers();

    assertThat(answers).containsOnlyKeys("approved", "note");
  }

  @Test
  void aCheckboxThatWasShownAndIsNotTickedIsFalse() {
    var variables = Map.of("handBack", true, "decision", "send");

    assertThat(form("answer-by-hand", variables, Map.of("_handBack", List.of("on"))).answers())
        .containsEntry("handBack", false);
    assertThat(form("answer-by-hand", variables, Map.of()).answers())
        .containsEntry("handBack", true);
  }

  @Test
  void aDefaultIsChosenUntilSomebodyChoosesElse() {
    var untouched = form("answer-by-hand", Map.of(), Map.of());

    assertThat(part(untouched, "Field_Decision").value()).isEqualTo("send");
    assertThat(ids(untouched)).contains("Field_Reply");
    assertThat(ids(form("answer-by-hand", Map.of(), Map.of("decision", List.of("nothing")))))
        .doesNotContain("Field_Reply");
  }

  @Test
  void choicesComeFromTheTaskAndItsExpressions() {
    var form =
        form(
            "new-booking",
            Map.of("contacts", List.of(Map.of("label", "Ada, WhatsApp +33", "value", "c1"))),
            Map.of());

    assertThat(part(form, "Field_Client").options())
        .containsExactly(
            new Option("Ada, WhatsApp +33", "c1"),
            new Option("Nobody: withdraw this request", "nothing"));
    assertThat(part(form, "Field_Client").steers()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "enter-legal-name|legalName| |This is needed",
        "enter-legal-name|legalName|A|At least 2 characters",
        "enter-legal-name|legalName|Ada Berg|-",
        "confirm-deposit|depositReceived||Choose one",
        "confirm-deposit|depositReceived|perhaps|Choose one of these",
        "confirm-deposit|depositReceived|yes|-",
        "approve-booking|price|cheap|This is no number",
        "approve-booking|price|-1|At least 0",
        "approve-booking|price||-",
        "new-booking|guests|2.5|A whole number",
        "new-booking|guests|10001|At most 10000",
        "new-booking|budget|1.001|At most 2 digits behind the point",
        "new-booking|start|tomorrow|This is no day and time",
        "new-booking|start|2026-12-05T14:00|-",
        "new-booking|_agreed|on|This has to be ticked"
      })
  void whatTasklistRefusesIsRefusedHere(
      String form, String field, @Nullable String typed, @Nullable String problem) {
    var filled =
        form(
            form,
            Map.of("contact", "new", "talents", List.of()),
            Map.of(field, List.of(typed == null ? "" : typed)));

    assertThat(
            parts(filled.form(true))
                .filter(part -> part.key().equals(field.replace("_", "")))
                .findFirst()
                .orElseThrow()
                .problem())
        .isEqualTo(problem);
  }

  @Test
  void whatIsTooLongIsRefusedAndKept() {
    var words = "x".repeat(4097);
    var form = form("answer-by-hand", Map.of(), Map.of("reply", List.of(words)));

    assertThat(form.hasProblems()).isTrue();
    assertThat(part(form, "Field_Reply").problem())
        .isEqualTo("At most 4096 characters; these are 4097");
    assertThat(part(form, "Field_Reply").value()).isEqualTo(words);
  }

  @Test
  void aFormOfTheAnalystsOwnWorksToo() {
    var schema =
        """
        {"components": [
          {"type": "group", "label": "Flight", "components": [
            {"id": "a", "type": "checklist", "key": "extras", "label": "Extras for {{contactName}}",
             "values": [{"label": "Car", "value": "car"}, {"label": "Lunch", "value": "lunch"}]},
            {"id": "b", "type": "datetime", "subtype": "date", "key": "day", "dateLabel": "Day"}]},
          {"id": "c", "type": "text",
           "text": "{{#loop legs}}{{from}} to {{to}}, {{/loop}}{{#if extras = null}}none{{/if}}"},
          {"id": "d", "type": "textfield", "key": "seat", "readonly": "=day = null"},
          {"id": "e", "type": "button", "action": "submit"}]}""";
    var variables =
        Map.of(
            "contactName",
            "Ada",
            "legs",
            List.of(Map.of("from", "Nice", "to", "Rome"), Map.of("from", "Rome", "to", "Nice")));

    var form =
        new FilledForm(
            FormSchema.parse(schema),
            variables,
            Map.of("extras", List.of("car", "lunch"), "day", List.of("2026-12-05")));

    assertThat(form.hasProblems()).isFalse();
    assertThat(form.answers())
        .containsExactly(
            entry("extras", List.of("car", "lunch")),
            entry("day", "2026-12-05"),
            entry("seat", ""));
    assertThat(part(form, "a").label()).isEqualTo("Extras for Ada");
    assertThat(part(form, "a").values()).containsExactly("car", "lunch");
    assertThat(part(form, "b").kind()).isEqualTo(Kind.DATE);
    assertThat(part(form, "c").html()).contains("Nice to Rome, Rome to Nice,");
    assertThat(form.form(false).isComplete()).isTrue();
  }

  @Test
  void aFormWithAPartThatIsNotKnownIsForTasklist() {
    var schema =
        """
        {"components": [{"id": "a", "type": "filepicker", "key": "files", "label": "Files"}]}""";

    assertThat(
            new FilledForm(FormSchema.parse(schema), Map.of(), Map.of()).form(false).isComplete())
        .isFalse();
  }

  static Stream<Path> forms() throws IOException {
    try (var files = Files.list(Path.of("bpmn"))) {
      return files.filter(file -> file.toString().endsWith(".form")).toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("forms")
  void everyFormOfOursIsCompleteHere(Path file) throws IOException {
    var schema = FormSchema.parse(Files.readString(file));

    assertThat(new FilledForm(schema, Map.of(), Map.of()).form(true).isComplete()).isTrue();
    assertThat(PlainJson.write(schema.names())).doesNotContain("{{");
  }

  private static FilledForm form(
      String form, Map<String, ?> variables, Map<String, List<String>> typed) {
    return new FilledForm(FormSchema.parse(GivenTasks.schema(form)), variables, typed);
  }

  private static FormPart part(FilledForm form, String id) {
    return parts(form.form(true)).filter(part -> part.id().equals(id)).findFirst().orElseThrow();
  }

  private static List<String> ids(FilledForm form) {
    return parts(form.form(false)).map(FormPart::id).toList();
  }

  private static Stream<FormPart> parts(TaskForm form) {
    return form.rows().stream().flatMap(List::stream);
  }
}
