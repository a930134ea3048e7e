package com.ailuxe.endtoend;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.support.TypeBasedParameterResolver;

/**
 * Gives a class the full stack, one for all classes that ask: its start takes longest. So a class
 * finds a clock that others moved, and the rows of contacts that are not its own.
 */
final class FullStack extends TypeBasedParameterResolver<LocalStackProcess> {
  @Override
  public LocalStackProcess resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.create(FullStack.class))
        .getOrComputeIfAbsent(Shared.class)
        .stack;
  }

  private static final class Shared implements CloseableResource {
    private final LocalStackProcess stack = LocalStackProcess.start("full");

    @Override
    public void close() {
      stack.close();
    }
  }
}
