package com.ailuxe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The words of the glossary, and none that a reader has to translate first. */
class WordsTests {
  private static final Path GLOSSARY = Path.of("src/docs/glossary.md");
  private static final String AVOIDED = "## Words that we avoid";

  /** Found in what {@link #words} gives. A person may be told something, a thing is not told. */
  private static final Pattern TRANSLATED =
      Pattern.compile(
          """
          \\b(?:untold\
          |told\\b(?<!\\bas (?:it is )?told)(?<!\\b(?:who|whom|whoever|contacts?|person|people|staff\
          |somebody|nobody|they|approver|supervisors|owners|sides|browser|engine|model|worker)\\b\
          [^.;:{}()"=<>]{0,60}told)\
          |counts? (?:no more|no longer|any ?more)|(?:no longer|still) counts?\
          |(?:all|document|contract|agreement|one) that counts?\
          |mend(?:s|ed|ing)?|the surroundings|shall be different|nobody knows\
          |otherwise than|(?:be|is|are|was|were|looks?|made|needed|wants? (?:it|them|this|that))\
           (?:to be |now )?otherwise\
          |(?:bookings?|answers?|agreements?|first|cancel) (?:that )?stands?\
          |what stands(?! (?:above|alone|around|before|behind|beside|between|for|in|last|still|there\
          |under)\\b))\\b""");

  private static final Pattern JAVADOC = Pattern.compile("/\\*\\*([\\s\\S]*?)\\*/");

  /**
   * A Javadoc that begins so needs the member above it, unless a clause with a verb follows behind
   * a comma.
   */
  private static final Pattern NEEDS_THE_MEMBER_ABOVE =
      Pattern.compile(
          """
          ^(?:(?:Of|In|By|As|For|Likewise|The same|Whose|That)\\b.*\
          |(?:With|Without|Within|Until(?! when| which)|Under|Before|After|And|But|Instead|Again\
          |From(?! when)|To(?! whom)|Above|Below|Against|Besides?|Between|Longer|So that|On|At|Also\
          |Despite|Through|Unlike|Like)\\b[^,.:;]*\
          (?:, (?:as|so|which|where|with|at|by|in|of|from|to|and|or|beside|possibly|apart|until|before\
          |after|when|while)\\b[^,.:;]*)*(?:[.:;](?!\\w).*|$))""");

  /** But for Camunda's client, the chat client of the language model, and property keys. */
  private static final Pattern CLIENT =
      Pattern.compile(
          "(?i)(?<![\\w.-])(?<!(?:Camunda|Camunda's|engine's|chat) )clients?(?![\\w.:-])");

  private static final Pattern CLIENTS = Pattern.compile("(?i)(?<![\\w.-])clients(?![\\w-])");

  /** What calls a server, in code; the database's own is called jdbc. */
  private static final Pattern NAMES_A_CLIENT = Pattern.compile("(?<!\\bJdbc)Client\\b");

  private static final Pattern COMMENT_OR_TEXT =
      Pattern.compile(
          "\"\"\"[\\s\\S]*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*+\"|/\\*[\\s\\S]*?\\*/|//.*");

  /** What contacts write, and not what we do. */
  private static final Set<String> WORDS_OF_CONTACTS =
      Set.of("NameReader.java", "common-words.txt", "words.txt");

  @Test
  void nothingIsTranslatedWordByWord() {
    var all =
        Stream.concat(
            files(
                "src/main",
                "src/local",
                "src/bench",
                "src/test",
                "src/docs",
                "bpmn",
                "templates",
                "camel-routes"),
            Stream.of("README.md", "docker-compose.yml", "pom.xml").map(Path::of));

    assertThat(
            all.filter(file -> !WORDS_OF_CONTACTS.contains(file.getFileName().toString()))
                .filter(file -> !file.endsWith("WordsTests.java"))
                .flatMap(file -> found(TRANSLATED, file, words(ProjectFiles.read(file)))))
        .isEmpty();
  }

  @Test
  void whatTheGlossarySaysWeAvoidIsFound() {
    var table = ProjectFiles.read(GLOSSARY).split(AVOIDED)[1];
    var avoided =
        table
            .lines()
            .filter(line -> line.startsWith("|"))
            .skip(2)
            .map(row -> row.split("\\|")[1].replaceAll("\\(.*?\\)", ""))
            .flatMap(cell -> Stream.of(cell.split(";")))
            .toList();

    assertThat(avoided)
        .hasSizeGreaterThan(7)
        .allSatisfy(words -> assertThat(words(words)).containsPattern(TRANSLATED));
  }

  @Test
  void partsOfNamesAreWordsToo() {
    assertThat(
            List.of("told_at", "tellOfUntold", "ATTEMPT_THAT_IS_TOLD", "aTemplateIsMended()")
                .stream()
                .map(WordsTests::words))
        .allSatisfy(words -> assertThat(words).containsPattern(TRANSLATED));
    assertThat(List.of("theContactIsToldAtOnce()", "as the contact was told", "recommended"))
        .allSatisfy(words -> assertThat(words(words)).doesNotContainPattern(TRANSLATED));
  }

  @Test
  void everyJavadocCanBeReadAlone() {
    assertThat(
            ProjectFiles.ofJava().stream()
                .flatMap(
                    file ->
                        JAVADOC
                            .matcher(ProjectFiles.read(file))
                            .results()
                            .map(WordsTests::sentences)
                            .filter(text -> NEEDS_THE_MEMBER_ABOVE.matcher(text).find())
                            .map(text -> file + ": " + text)))
        .isEmpty();
  }

  @Test
  void aJavadocThatNeedsTheMemberAboveIsFound() {
    assertThat(
            List.of(
                "In milliseconds.",
                "As the dispatcher does.",
                "Under which it is known to the others.",
                "Before the turn is read, so that it is read as it is.",
                "And not by one of us, at the desk."))
        .allSatisfy(text -> assertThat(text).containsPattern(NEEDS_THE_MEMBER_ABOVE));
    assertThat(
            List.of(
                "The percentile, in milliseconds.",
                "After a wish, the contact reads one message.",
                "Until the end of the transaction, nobody else holds a slot."))
        .allSatisfy(text -> assertThat(text).doesNotContainPattern(NEEDS_THE_MEMBER_ABOVE));
  }

  /** Agreements alone call their party the Client. */
  @Test
  void whoeverWritesIsAContact() {
    assertThat(
            files(
                    "bpmn",
                    "templates/message",
                    "templates/staff",
                    "templates/prompt",
                    "templates/reply",
                    "src/main/resources")
                .filter(file -> !WORDS_OF_CONTACTS.contains(file.getFileName().toString()))
                .flatMap(file -> found(CLIENT, file, ProjectFiles.read(file))))
        .isEmpty();
    assertThat(ProjectFiles.read(Path.of("pom.xml")))
        .doesNotContainPattern("<description>[^<]*[Cc]lient");
  }

  /** A file that names no client of a server speaks of none; several are always people. */
  @Test
  void whoeverWritesIsAContactInJavaToo() {
    assertThat(
            ProjectFiles.ofJava().stream()
                .filter(file -> !WORDS_OF_CONTACTS.contains(file.getFileName().toString()))
                .filter(file -> !file.endsWith("WordsTests.java"))
                .flatMap(
                    file -> {
                      var source = ProjectFiles.read(file);
                      var code = COMMENT_OR_TEXT.matcher(source).replaceAll(" ");
                      return found(
                          NAMES_A_CLIENT.matcher(code).find() ? CLIENTS : CLIENT, file, source);
                    }))
        .isEmpty();
  }

  /** The words of a text in small letters, also those that names of code are made of. */
  private static String words(String text) {
    var avoided = text.indexOf(AVOIDED);
    return (avoided < 0 ? text : text.substring(0, avoided))
        .replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ")
        .replaceAll("[\\s*_/#-]+", " ")
        .toLowerCase(Locale.ROOT);
  }

  private static String sentences(MatchResult javadoc) {
    return javadoc.group(1).replaceAll("\\s*\\n\\s*\\*\\s?", " ").strip();
  }

  private static Stream<String> found(Pattern words, Path file, String text) {
    return words
        .matcher(text)
        .results()
        .map(
            match ->
                file
                    + ": "
                    + text.substring(
                            Math.max(0, match.start() - 40),
                            Math.min(text.length(), match.end() + 20))
                        .replaceAll("\\s+", " "));
  }

  private static Stream<Path> files(String... folders) {
    return Stream.of(folders)
        .map(Path::of)
        .flatMap(folder -> ProjectFiles.in(folder).stream())
        .filter(
            file ->
                file.toString()
                    .matches(
                        ".*\\.(java|ya?ml|properties|txt|bpmn|dmn|form|ftlh?|sql|md|xml|html|js|css"
                            + "|json)"));
  }
}
