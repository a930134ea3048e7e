package com.ailuxe;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.modulith.core.ApplicationModules;

/** The modules as a reader meets them: one sentence each, and who may use whom. */
final class ModuleMap {
  static final Path FILE = Path.of("src/docs/modules.md");
  private static final Path MAIN = Path.of("src/main/java/com/ailuxe");
  private static final Pattern SENTENCE = Pattern.compile("(?s)/\\*\\*(.*?)\\*/");
  private static final Pattern ALLOWED = Pattern.compile("allowedDependencies\\s*=\\s*\\{([^}]*)}");
  private static final Pattern NAME = Pattern.compile("\"(\\w+)[^\"]*\"");
  private static final Set<String> EVERYWHERE = Set.of("shared");

  private final TreeMap<String, TreeSet<String>> uses = new TreeMap<>();

  private ModuleMap(ApplicationModules modules) {
    modules.stream()
        .map(module -> module.getIdentifier().toString())
        .forEach(module -> uses.put(module, allowed(module)));
  }

  /** The whole text of the file. */
  static String of(ApplicationModules modules) {
    return new ModuleMap(modules).text();
  }

  private String text() {
    return """
        # Modules

        Each direct sub-package of `com.ailuxe` is a module. What it is and whom it may use is in its `package-info.java`; this page repeats
        it. When the two differ, `ModularityTests` fails and names the file that holds the page as it has to be.

        An arrow means "may use". What follows from other arrows is left out, and so is `shared`, which nearly all of them use.

        ```mermaid
        flowchart TD
        %s
        ```

        | Module | What it is | May use |
        |---|---|---|
        %s
        """
        .formatted(arrows(), rows());
  }

  private String arrows() {
    return uses.keySet().stream()
        .flatMap(
            module ->
                usesOf(module).stream()
                    .filter(used -> isNeeded(module, used))
                    .map(used -> "  %s --> %s".formatted(module, used)))
        .collect(Collectors.joining("\n"));
  }

  private boolean isNeeded(String module, String used) {
    return usesOf(module).stream().noneMatch(other -> reaches(other, used));
  }

  private boolean reaches(String from, String to) {
    return usesOf(from).stream().anyMatch(used -> used.equals(to) || reaches(used, to));
  }

  private Set<String> usesOf(String module) {
    return Objects.requireNonNull(uses.get(module));
  }

  private String rows() {
    return uses.entrySet().stream()
        .map(
            module ->
                "| [`%1$s`](../main/java/com/ailuxe/%1$s) | %2$s | %3$s |"
                    .formatted(
                        module.getKey(),
                        sentence(module.getKey()),
                        String.join(", ", module.getValue())))
        .collect(Collectors.joining("\n"));
  }

  private static TreeSet<String> allowed(String module) {
    var declared = ALLOWED.matcher(source(module));
    if (!declared.find()) {
      throw new AssertionError("A module that does not say whom it may use: " + module);
    }
    return NAME.matcher(declared.group(1))
        .results()
        .map(name -> name.group(1))
        .filter(name -> !EVERYWHERE.contains(name))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String sentence(String module) {
    var found = SENTENCE.matcher(source(module));
    if (!found.find()) {
      throw new AssertionError("A module without a sentence: " + module);
    }
    return found.group(1).replaceAll("(?m)^\\s*\\* ?", " ").replaceAll("\\s+", " ").strip();
  }

  private static String source(String module) {
    return ProjectFiles.read(MAIN.resolve(module).resolve("package-info.java"));
  }
}
