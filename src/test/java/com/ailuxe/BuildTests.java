package com.ailuxe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.NodeList;

/** What would leave the build without anybody noticing. */
class BuildTests {
  private static final Pattern UNCHECKED =
      Pattern.compile("@SuppressWarnings\\([^)]*\"(?:NullAway|all)\"|@NullUnmarked\\b");

  @Test
  void warningsAndNullsAreErrorsWhateverIsCompiled() throws Exception {
    var arguments =
        texts("//plugin[artifactId='maven-compiler-plugin']/configuration/compilerArgs/arg");

    assertThat(arguments)
        .contains("-Werror")
        .anyMatch(argument -> argument.startsWith("-Xplugin:ErrorProne "));
    assertThat(String.join(" ", arguments).split(" "))
        .contains("-Xep:NullAway:ERROR", "-XepOpt:NullAway:OnlyNullMarked=true");
    assertThat(texts("//plugin[artifactId='maven-compiler-plugin']//execution")).isEmpty();
  }

  @Test
  void noCodeOfTheAppIsExemptFromTheCheckOfNulls() {
    var code = ProjectFiles.in(Path.of("src/main/java"));

    assertThat(code).hasSizeGreaterThan(400);
    assertThat(code).noneMatch(file -> UNCHECKED.matcher(ProjectFiles.read(file)).find());
  }

  @Test
  void theFastTestsLeaveToVerifyWhatNeedsAServer() throws Exception {
    assertThat(texts("//plugin[artifactId='maven-surefire-plugin']/configuration/excludedGroups"))
        .containsExactly("${tests.left-by-test}");
    assertThat(texts("/project/properties/tests.left-by-test"))
        .containsExactly("${tests.needs} | nightly");
    assertThat(texts("/project/build/plugins/plugin/configuration/groups"))
        .containsExactly("${tests.of-verify}");
    assertThat(texts("/project/properties/tests.of-verify")).containsExactly("${tests.needs}");
  }

  @Test
  void everyChangeIsVerifiedAsAWhole() {
    assertThat(ProjectFiles.read(Path.of(".ci/run")).lines())
        .last()
        .isEqualTo("exec mvn -B -ntp verify");
  }

  /** What the elements of the pom say that an expression of XPath finds. */
  private static List<String> texts(String path) throws Exception {
    var pom = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse("pom.xml");
    var found =
        (NodeList)
            XPathFactory.newDefaultInstance()
                .newXPath()
                .evaluate(path, pom, XPathConstants.NODESET);
    return IntStream.range(0, found.getLength())
        .mapToObj(index -> found.item(index).getTextContent())
        .toList();
  }
}
