package com.ailuxe;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One Chromium for the tests of a class, and a new profile for each test, of somebody who is far
 * from Monaco. Where there is none the tests do not run and say so; under {@code CI} they fail.
 */
public final class Chromium
    implements BeforeAllCallback, AfterTestExecutionCallback, AfterAllCallback {
  private final List<String> problems = new ArrayList<>();
  private final Set<String> hosts = new HashSet<>();
  private @Nullable Playwright playwright;
  private @Nullable Browser browser;
  private @Nullable BrowserContext profile;

  @Override
  public void beforeAll(ExtensionContext context) {
    Path chromium = executable();
    if (!Files.isExecutable(chromium)) {
      String missing =
          "There is no Chromium at "
              + chromium
              + ": name it by the property 'chromium' or the variable CHROMIUM.";
      if (System.getenv("CI") != null) {
        throw new AssertionError(missing);
      }
      System.err.println("The pages are not tested. " + missing);
      Assumptions.abort(missing);
    }
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium)
                    .setArgs(List.of("--no-sandbox")));
  }

  private static Path executable() {
    String variable = System.getenv("CHROMIUM");
    return Path.of(
        System.getProperty("chromium", variable == null ? "/usr/bin/chromium" : variable));
  }

  /** Closes while the pages are still served: what is closed later would complain about that. */
  @Override
  public void afterTestExecution(ExtensionContext context) {
    if (profile != null) {
      profile.close();
      profile = null;
    }
    List<String> complaints = List.copyOf(problems);
    Set<String> called = Set.copyOf(hosts);
    problems.clear();
    hosts.clear();
    assertThat(complaints).isEmpty();
    assertThat(called).isSubsetOf("127.0.0.1");
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (playwright != null) {
      playwright.close();
    }
  }

  /** A page of somebody else's, as it is. */
  public Page page(int width) {
    if (profile == null) {
      profile =
          Objects.requireNonNull(browser)
              .newContext(
                  new Browser.NewContextOptions()
                      .setLocale("en-GB")
                      .setTimezoneId("America/New_York"));
    }
    Page page = profile.newPage();
    page.setViewportSize(width, 860);
    return page;
  }

  /** A page of ours: the test fails when it complains or calls another machine. */
  public Page ownPage(int width) {
    Page page = page(width);
    page.onPageError(problems::add);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")
              && !message.text().matches(".*status of (400|401|409|422|502).*")) {
            problems.add(message.text());
          }
        });
    page.onRequest(
        request -> {
          if (request.url().startsWith("http")) {
            hosts.add(URI.create(request.url()).getHost());
          }
        });
    return page;
  }
}
