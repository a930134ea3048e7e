package com.ailuxe;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.ailuxe.contract.EvidenceSheet;
import com.ailuxe.conversation.InboundEvent;
import com.ailuxe.shared.Identifier;
import com.ailuxe.shared.TimeOrderedUuid;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import io.camunda.client.annotation.JobWorker;
import java.lang.reflect.RecordComponent;
import java.time.Clock;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.slf4j.Logger;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.repository.Repository;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.annotation.Transactional;

@AnalyzeClasses(
    packagesOf = AiLuxeApplication.class,
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {
  /** What a component is called that has one of our ids. */
  private static final Set<String> IDS =
      Set.of(
          "agencyId",
          "bookingId",
          "changeId",
          "contactId",
          "contractId",
          "conversationId",
          "messageId",
          "promiseId",
          "reminderId",
          "staffId",
          "talentId",
          "turnId");

  @ArchTest static final ArchRule camundaLivesInTheJourney = livesOnlyIn("journey", "io.camunda..");

  @ArchTest
  static final ArchRule theFormsExpressionsLiveInTheTasks =
      livesOnlyIn("tasks", "org.camunda.feel..");

  @ArchTest
  static final ArchRule camelLivesInTheChannel = livesOnlyIn("channel", "org.apache.camel..");

  @ArchTest
  static final ArchRule theLanguageModelLivesInTheConcierge =
      livesOnlyIn("concierge", "org.springframework.ai..", "com.openai..");

  @ArchTest
  static final ArchRule freemarkerAndOpenPdfLiveInRendering =
      livesOnlyIn("rendering", "freemarker..", "org.openpdf..", "org.commonmark..");

  @ArchTest
  static final ArchRule iCalendarLivesInTheCalendar =
      livesOnlyIn("calendar", "net.fortuna.ical4j..");

  @ArchTest
  static final ArchRule contentDetectionScanningAndS3LiveInMedia =
      livesOnlyIn("media", "org.apache.tika..", "fi.solita.clamav..", "software.amazon..");

  @ArchTest
  static final ArchRule jackson3LivesWhereSpringWantsIt = livesOnlyIn("system", "tools.jackson..");

  @ArchTest
  static final ArchRule whatSpringWritesIsNotWrittenByJackson2 =
      noClasses()
          .that()
          .resideInAnyPackage("com.ailuxe.console..", "com.ailuxe.system..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.fasterxml.jackson.core..", "com.fasterxml.jackson.databind..");

  @ArchTest
  static final ArchRule aWorkerIsNamedAfterItsJobAndHasOneMethod =
      methods()
          .that()
          .areAnnotatedWith(JobWorker.class)
          .should()
          .haveName("handle")
          .andShould()
          .bePublic()
          .andShould()
          .beDeclaredInClassesThat()
          .resideInAPackage("com.ailuxe.journey.*")
          .andShould()
          .beDeclaredInClassesThat()
          .haveSimpleNameEndingWith("Worker");

  @ArchTest
  static final ArchRule noWorkerCallsAnother =
      noClasses()
          .that()
          .haveSimpleNameEndingWith("Worker")
          .should()
          .callMethodWhere(
              new DescribedPredicate<JavaMethodCall>("have a job of their own") {
                @Override
                public boolean test(JavaMethodCall call) {
                  return call.getTarget()
                      .resolveMember()
                      .filter(method -> method.isAnnotatedWith(JobWorker.class))
                      .isPresent();
                }
              });

  @ArchTest
  static final ArchRule whatAllProcessesUseStandsBelowThem =
      noClasses()
          .that()
          .resideInAnyPackage(
              "com.ailuxe.journey", "com.ailuxe.journey.form", "com.ailuxe.journey.notice")
          .should()
          .dependOnClassesThat(
              resideInAPackage("com.ailuxe.journey.*")
                  .and(
                      not(
                          resideInAnyPackage(
                              "com.ailuxe.journey.form", "com.ailuxe.journey.notice"))));

  @ArchTest
  static final ArchRule noProcessUsesAnother =
      slices()
          .matching("com.ailuxe.journey.(*)..")
          .should()
          .notDependOnEachOther()
          .ignoreDependency(
              alwaysTrue(),
              resideInAnyPackage("com.ailuxe.journey.notice", "com.ailuxe.journey.form"))
          .ignoreDependency(
              resideInAPackage("com.ailuxe.journey.clientturn"),
              resideInAPackage("com.ailuxe.journey.contract"))
          .as("a process uses no other one's folder; a turn answers a contract");

  @ArchTest
  static final ArchRule theRulesAndTheModelDoWithoutEachOther =
      slices()
          .matching("com.ailuxe.concierge.(*)..")
          .should()
          .notDependOnEachOther()
          .ignoreDependency(alwaysTrue(), resideInAPackage("com.ailuxe.concierge.reading"))
          .as("rules and model of the concierge stand side by side upon what reads");

  @ArchTest
  static final ArchRule whatReadsStandsBelowRulesAndModel =
      noClasses()
          .that()
          .resideInAPackage("com.ailuxe.concierge.reading")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.ailuxe.concierge.rules", "com.ailuxe.concierge.model");

  @ArchTest
  static final ArchRule everyFailedJobSaysWhatToDo =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("com.ailuxe.journey.FailedJobs")
          .should()
          .callMethodWhere(
              new DescribedPredicate<JavaMethodCall>("fail a job in words of its own") {
                @Override
                public boolean test(JavaMethodCall call) {
                  return Set.of("newFailCommand", "jobError").contains(call.getTarget().getName());
                }
              });

  @ArchTest
  static final ArchRule aWorkerIsNotTransactional =
      noClasses()
          .that()
          .resideInAPackage("com.ailuxe.journey..")
          .and()
          .doNotHaveFullyQualifiedName("com.ailuxe.journey.clientturn.TurnBriefing")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(Transactional.class);

  @ArchTest
  static final ArchRule noTransactionWaitsForTheEngine =
      noClasses()
          .that(
              new DescribedPredicate<>("tell the engine") {
                @Override
                public boolean test(JavaClass type) {
                  return type.getDirectDependenciesFromSelf().stream()
                      .map(dependency -> dependency.getTargetClass().getName())
                      .anyMatch("com.ailuxe.journey.Journey"::equals);
                }
              })
          .should()
          .dependOnClassesThat()
          .areAssignableTo(ApplicationModuleListener.class);

  @ArchTest
  static final ArchRule nothingIsInjectedIntoFields =
      fields().should().notBeAnnotatedWith(Autowired.class);

  @ArchTest
  static final ArchRule schedulesRunOfOneConfiguration =
      noClasses()
          .that()
          .resideOutsideOfPackage("com.ailuxe.system")
          .should()
          .beAnnotatedWith(EnableScheduling.class);

  @ArchTest
  static final ArchRule everyLoggerHasOneName =
      fields().that().haveRawType(Logger.class).should().haveName("log");

  /** Whoever reads a class has read all that it rests on before it comes up again. */
  @ArchTest
  static final ArchRule noClassesGoInACircle =
      slices()
          .assignedFrom(
              new SliceAssignment() {
                @Override
                public SliceIdentifier getIdentifierOf(JavaClass type) {
                  return SliceIdentifier.of(type.getBaseComponentType().getName().split("\\$")[0]);
                }

                @Override
                public String getDescription() {
                  return "top-level classes";
                }
              })
          .should()
          .beFreeOfCycles();

  @ArchTest
  static final ArchRule timeComesFromTheClock =
      noClasses()
          .should()
          .callMethodWhere(
              new DescribedPredicate<JavaMethodCall>("now() without a clock") {
                @Override
                public boolean test(JavaMethodCall call) {
                  var target = call.getTarget();
                  return target.getName().equals("now")
                      && target.getOwner().getPackageName().equals("java.time")
                      && target.getRawParameterTypes().stream()
                          .noneMatch(type -> type.isAssignableTo(Clock.class));
                }
              });

  @ArchTest
  static final ArchRule everyPackageSaysWhatItIsForAndIsNullMarked =
      classes()
          .should(
              new ArchCondition<JavaClass>("be in a package with a @NullMarked package-info") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                  var marked =
                      type.getPackage().tryGetAnnotationOfType(NullMarked.class).isPresent();
                  events.add(
                      new SimpleConditionEvent(
                          type,
                          marked,
                          type.getPackageName() + " has no @NullMarked package-info"));
                }
              });

  /**
   * Only an id itself holds its value, {@link TimeOrderedUuid} makes it, and a repository of Spring
   * Data has the columns as they are.
   */
  @ArchTest
  static final ArchRule noBareUuidIsHandedOver =
      codeUnits()
          .that()
          .areNotPrivate()
          .and()
          .areDeclaredInClassesThat()
          .areNotPrivate()
          .and()
          .areDeclaredInClassesThat()
          .areNotAssignableTo(Identifier.class)
          .and()
          .areDeclaredInClassesThat()
          .areNotAssignableTo(Repository.class)
          .and()
          .areNotDeclaredIn(TimeOrderedUuid.class)
          .should(
              new ArchCondition<JavaCodeUnit>(
                  "take and give typed ids, in lists and the like, too") {
                @Override
                public void check(JavaCodeUnit unit, ConditionEvents events) {
                  var bare =
                      Stream.concat(
                              unit.getParameterTypes().stream(), Stream.of(unit.getReturnType()))
                          .flatMap(type -> type.getAllInvolvedRawTypes().stream())
                          .anyMatch(type -> type.isEquivalentTo(UUID.class));
                  events.add(
                      new SimpleConditionEvent(
                          unit, !bare, unit.getDescription() + " has a bare UUID"));
                }
              });

  /** What is a text: job variables, what a template shows, and what a provider calls a message. */
  @ArchTest
  static final ArchRule noIdIsHandedOverAsText =
      classes()
          .that()
          .areRecords()
          .and()
          .areNotPrivate()
          .and()
          .resideOutsideOfPackage("com.ailuxe.journey.*")
          .and(not(belongToAnyOf(EvidenceSheet.class, InboundEvent.class)))
          .should(
              new ArchCondition<JavaClass>("have typed ids") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                  var texts =
                      Arrays.stream(type.reflect().getRecordComponents())
                          .filter(component -> component.getType() == String.class)
                          .map(RecordComponent::getName)
                          .filter(IDS::contains)
                          .toList();
                  events.add(
                      new SimpleConditionEvent(
                          type, texts.isEmpty(), type.getName() + " has as texts " + texts));
                }
              });

  private static ArchRule livesOnlyIn(String module, String... framework) {
    return noClasses()
        .that()
        .resideOutsideOfPackage("com.ailuxe." + module + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(framework);
  }
}
