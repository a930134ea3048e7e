package com.ailuxe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What would leave the build without anybody noticing. */
class BuildTests {
  private static final String POM = ProjectFiles.read(Path.of("pom.xml"));
  private static final Pattern UNCHECKED =
      Pattern.compile("@SuppressWarnings\\([^)]*\"(?:NullAway|all)\"|@NullUnmarked\\b");

  @Test
  void warningsAndNullsAreErrors() {
    assertThat(POM)
        .contains("<arg>-Werror</arg>")
        .containsPattern("<arg>-Xplugin:ErrorProne [^<]*-Xep:NullAway:ERROR [^<]*</arg>");
  }

  @Test
  void noCodeOfTheAppIsExemptFromTheCheckOfNulls() {
    var code = ProjectFiles.in(Path.of("src/main/java"));

    assertThat(code).hasSizeGreaterThan(400);
    assertThat(code).noneMatch(file -> UNCHECKED.matcher(ProjectFiles.read(file)).find());
  }

  @Test
  void everyChangeIsVerifiedAsAWhole() {
    assertThat(ProjectFiles.read(Path.of(".ci/run")).lines())
        .last()
        .isEqualTo("exec mvn -B -ntp verify");
  }
}
