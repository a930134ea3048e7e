package com.ailuxe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {
  private static final ApplicationModules MODULES = ApplicationModules.of(AiLuxeApplication.class);

  @Test
  void modulesUseOnlyWhatTheyDeclare() {
    MODULES.verify();
  }

  @Test
  void everyDirectSubPackageIsAModule() {
    assertThat(MODULES.stream().map(ApplicationModule::getIdentifier).map(Object::toString))
        .containsExactlyInAnyOrder(
            "agency",
            "board",
            "booking",
            "calendar",
            "channel",
            "concierge",
            "console",
            "contact",
            "contract",
            "conversation",
            "journey",
            "media",
            "reminder",
            "rendering",
            "replicas",
            "shared",
            "staff",
            "system",
            "talent",
            "tasks");
  }

  @Test
  void thePageOfTheModulesIsMadeOfThem() throws IOException {
    var made = Files.writeString(Path.of("target/modules.md"), ModuleMap.of(MODULES));

    assertThat(ModuleMap.FILE)
        .as("%s differs from the modules: copy %s over it", ModuleMap.FILE, made)
        .hasSameTextualContentAs(made);
  }
}
