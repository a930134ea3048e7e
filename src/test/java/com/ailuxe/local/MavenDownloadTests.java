package com.ailuxe.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MavenDownloadTests {
  private static final Path TARGET = Path.of("target");

  private final MavenDownload download = new MavenDownload(Path.of("pom.xml"), new Progress());

  @Test
  void placesAndOfflineModeOfOurMavenArePassedOn() {
    assertThat(
            download.command(
                " -o -s my/settings.xml -Dmaven.repo.local=/repo spring-boot:test-run -DskipTests",
                "some:goal",
                TARGET))
        .containsSubsequence(
            "-o",
            "-s",
            "my/settings.xml",
            "-Dmaven.repo.local=/repo",
            "-f",
            "pom.xml",
            "some:goal",
            "-Dtarget=target")
        .doesNotContain("spring-boot:test-run", "-DskipTests");
  }

  @Test
  void nothingIsPassedOnWhenMavenDidNotStartUs() {
    assertThat(download.command("", "some:goal", TARGET))
        .hasSize(5)
        .endsWith("-f", "pom.xml", "some:goal", "-Dtarget=target");
  }
}
