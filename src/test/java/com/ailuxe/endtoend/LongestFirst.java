package com.ailuxe.endtoend;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * What takes longest begins first: the tests on the one stack, which run one after the other, then
 * those on the one engine, then the pages in a browser, and all others beside them.
 */
public final class LongestFirst implements ClassOrderer {
  private static final List<String> LOCKS = List.of("stack", "engine");

  @Override
  public void orderClasses(ClassOrdererContext context) {
    var tests = context.getClassDescriptors();
    FullStack.isAskedForBy(tests.stream().filter(LongestFirst::needsTheStack).count());
    tests.sort(Comparator.comparing(LongestFirst::place));
    theFirstWaitsForNobody(tests);
  }

  /**
   * The thread that hands the classes out takes the first one itself. Were that one to wait for a
   * lock, because another thread was quicker, it would then hold the lock and run only when all
   * others have nothing left to do (JUnit 6.1.2); so the last becomes the first.
   */
  private static void theFirstWaitsForNobody(List<? extends ClassDescriptor> tests) {
    Collections.rotate(tests, 1);
  }

  private static int place(ClassDescriptor test) {
    return test.findRepeatableAnnotations(ResourceLock.class).stream()
        .map(lock -> LOCKS.indexOf(lock.value()))
        .filter(place -> place >= 0)
        .min(Comparator.naturalOrder())
        .orElse(
            test.getTestClass().getSimpleName().endsWith("BrowserTests")
                ? LOCKS.size()
                : LOCKS.size() + 1);
  }

  private static boolean needsTheStack(ClassDescriptor test) {
    return test.findRepeatableAnnotations(ExtendWith.class).stream()
        .anyMatch(extension -> List.of(extension.value()).contains(FullStack.class));
  }
}
