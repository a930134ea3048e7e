package com.ailuxe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every place where an address, a header, a path or an expression is put together, as text from
 * outside must not become a part of one unchecked. Whoever adds a place adds it here, and a test
 * that what is put in cannot leave its place.
 */
class OutsideTextTests {
  /** What puts one together, and who may; why it is safe stands beside. */
  private static final Map<String, Map<String, String>> PLACES =
      Map.of(
          "Exchange\\.HTTP_(URI|PATH|QUERY|RAW_QUERY|HOST|BASE_URI)",
          Map.of(
              "channel/WhatsAppCalls", "by ProviderAddress",
              "channel/TelegramCalls", "by ProviderAddress"),
          "URI\\.create\\(|new URI\\(|UriComponentsBuilder\\.|\\.toURL\\(|new URL\\(",
          Map.of(
              "channel/WhatsAppCalls", "an answer's, of a known host only: OutsideIdsTests",
              "channel/TelegramCalls", "by ProviderAddress: OutsideIdsTests",
              "media/MediaProperties", "of the configuration",
              "media/S3Vault", "of the configuration",
              "concierge/ConciergeProperties", "a constant",
              "calendar/CalendarProperties", "the agency's short name and an id of our own",
              "journey/clientturn/FileLinks", "an id of our own",
              "console/MediaController", "an id of our own",
              "console/ApiProblems", "constants",
              "system/SignInProblems", "constants"),
          "new Http(Get|Post|Put|Delete|Head|Patch)\\(|HttpRequest\\.newBuilder\\(",
          Map.of(
              "channel/MediaDownload", "what WhatsAppCalls and TelegramCalls linked to",
              "channel/GuardedHttpClient", "by ProviderAddress, or a method of Camel's"),
          "Path\\.of\\(|Paths\\.get\\(|new File\\(|\\.resolve\\([^)\"]",
          Map.of(
              "media/DirectoryVault", "an id of our own and a checked SHA-256",
              "channel/PublicAddresses", "no path, but the addresses of a host",
              "journey/unknownsend/ResolveUnknownSendWorker", "no path"),
          "ContentDisposition|addTextBody|addPart|InputStreamBody\\(",
          Map.of(
              "channel/Multipart", "names without quotes and control characters",
              "console/MediaController", "MediaFiles.nameOf, encoded",
              "console/bookings/BookingsController", "a name of our own, encoded",
              "console/live/LiveFiles", "MediaFiles.nameOf, or a name of our own, encoded"),
          "resolvePropertyPlaceholders|ProducerTemplate|FluentProducerTemplate|createExpression"
              + "|parseExpression|newEvaluateExpression|SpelExpressionParser",
          Map.of(
              "channel/MediaFetcher", "constant routes",
              "channel/OutboxDispatcher", "constant routes",
              "tasks/Feel", "a form's, with what people wrote as values: FilledFormTests"));

  static Stream<Arguments> places() {
    return PLACES.entrySet().stream().map(kind -> Arguments.of(kind.getKey(), kind.getValue()));
  }

  @ParameterizedTest
  @MethodSource("places")
  void everyPlaceIsKnown(String what, Map<String, String> who) {
    assertThat(found(Pattern.compile(what))).isEqualTo(new TreeSet<>(who.keySet()));
  }

  private static Set<String> found(Pattern what) {
    var root = Path.of("src/main/java/com/ailuxe");
    var found = new TreeSet<String>();
    for (var file : ProjectFiles.in(root)) {
      var code = ProjectFiles.read(file).replaceAll("(?m)^import .*$", "");
      if (what.matcher(code).find()) {
        found.add(root.relativize(file).toString().replace(".java", "").replace('\\', '/'));
      }
    }
    return found;
  }
}
