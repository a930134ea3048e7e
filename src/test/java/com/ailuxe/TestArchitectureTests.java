package com.ailuxe;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.platform.commons.support.AnnotationSupport.findRepeatableAnnotations;
import static org.junit.platform.commons.support.AnnotationSupport.isAnnotated;

import com.ailuxe.local.WithPostgres;
import com.sun.net.httpserver.HttpServer;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.camunda.process.test.api.CamundaSpringProcessTest;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;

/** How the tests, the local stack and the bench are built. */
@AnalyzeClasses(
    packagesOf = AiLuxeApplication.class,
    importOptions = ImportOption.OnlyIncludeTests.class)
class TestArchitectureTests {
  /** What starts a database, an engine or the whole of it. */
  private static final Set<String> STARTERS =
      Set.of(
          "com.ailuxe.local.LocalPostgres",
          "com.ailuxe.inmemory.InMemoryCamunda",
          "com.ailuxe.endtoend.FullStack",
          "com.ailuxe.endtoend.Installation",
          "com.ailuxe.endtoend.LocalStackProcess");

  private static final Set<String> LEFT_BY_TEST =
      Pattern.compile("<tests\\.needs>([^<]+)</tests\\.needs>")
          .matcher(ProjectFiles.read(Path.of("pom.xml")))
          .results()
          .flatMap(found -> Pattern.compile(" \\| ").splitAsStream(found.group(1) + " | nightly"))
          .collect(Collectors.toUnmodifiableSet());

  @ArchTest
  static final ArchRule whatStartsAServerIsLeftByTheFastTests =
      classes()
          .that(simpleNameEndingWith("Tests").and(startAServer()))
          .should(
              new ArchCondition<JavaClass>("have a tag of " + LEFT_BY_TEST) {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                  events.add(
                      new SimpleConditionEvent(
                          type,
                          findRepeatableAnnotations(type.reflect(), Tag.class).stream()
                              .anyMatch(tag -> LEFT_BY_TEST.contains(tag.value())),
                          type.getName() + " would run with `mvn test`"));
                }
              });

  /** Whoever plays the other side of a connection does it with one of these. */
  @ArchTest
  static final ArchRule httpServersAreMadeInTwoPlaces =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("com.ailuxe.local.LoopbackServer")
          .and()
          .doNotHaveFullyQualifiedName("com.ailuxe.inmemory.RestApi")
          .should()
          .callMethodWhere(
              target(owner(assignableTo(HttpServer.class))).and(target(name("create"))));

  private static DescribedPredicate<JavaClass> startAServer() {
    return new DescribedPredicate<>("start a database, an engine or the stack") {
      @Override
      public boolean test(JavaClass type) {
        return isAnnotated(type.reflect(), WithPostgres.class)
            || isAnnotated(type.reflect(), CamundaSpringProcessTest.class)
            || type.getDirectDependenciesFromSelf().stream()
                .anyMatch(dependency -> STARTERS.contains(dependency.getTargetClass().getName()));
      }
    };
  }
}
