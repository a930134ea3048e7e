package com.ailuxe.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownTests {
  @Test
  void aNewLineIsANewLine() {
    assertThat(Markdown.html("**When:** now\nPlace: here"))
        .isEqualTo("<p><strong>When:</strong> now<br />\nPlace: here</p>\n");
  }

  @Test
  void nothingInItIsHtmlAnImageOrAScript() {
    assertThat(Markdown.html("<b>x</b> ![t](http://x.example/p.png) [y](javascript:alert(1))"))
        .contains("&lt;b&gt;x&lt;/b&gt; t <a rel=\"nofollow\" href=\"\">y</a>")
        .doesNotContain("img", "javascript");
  }

  @Test
  void theWordsAloneAreOneLine() {
    assertThat(Markdown.words("**Ada** \\*x\\*\n\n- one [two](http://x.example)"))
        .isEqualTo("Ada *x* one \"two\" (http://x.example)");
  }
}
