package com.ailuxe.endtoend;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.support.TypeBasedParameterResolver;

/**
 * Gives a class the full stack, one for all classes that ask: its start takes longest. So a class
 * finds a clock that others moved, and the rows of contacts that are not its own. It is stopped
 * when the last of them is done, as it takes from the tests that still run then.
 */
final class FullStack extends TypeBasedParameterResolver<LocalStackProcess>
    implements AfterAllCallback {
  private static final AtomicLong CLASSES_TO_COME = new AtomicLong();

  /** How many classes ask, which only who orders them knows. */
  static void isAskedForBy(long classes) {
    CLASSES_TO_COME.set(classes);
  }

  @Override
  public LocalStackProcess resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return shared(context).stack();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (CLASSES_TO_COME.decrementAndGet() == 0) {
      shared(context).close();
    }
  }

  private static Shared shared(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.create(FullStack.class))
        .computeIfAbsent(Shared.class);
  }

  private static final class Shared implements AutoCloseable {
    private @Nullable LocalStackProcess stack;

    synchronized LocalStackProcess stack() {
      if (stack == null) {
        stack = LocalStackProcess.start("full");
      }
      return stack;
    }

    @Override
    public synchronized void close() {
      if (stack != null) {
        stack.close();
        stack = null;
      }
    }
  }
}
