package com.ailuxe.endtoend;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;
import org.junit.jupiter.api.extension.ExtendWith;

/** What takes longest begins first: the tests on the full stack, beside all others. */
public final class StackFirst implements ClassOrderer {
  @Override
  public void orderClasses(ClassOrdererContext context) {
    var tests = context.getClassDescriptors();
    FullStack.isAskedForBy(tests.stream().filter(StackFirst::needsTheStack).count());
    tests.sort(Comparator.comparing(test -> !needsTheStack(test)));
  }

  private static boolean needsTheStack(ClassDescriptor test) {
    return test.findRepeatableAnnotations(ExtendWith.class).stream()
        .anyMatch(extension -> List.of(extension.value()).contains(FullStack.class));
  }
}
