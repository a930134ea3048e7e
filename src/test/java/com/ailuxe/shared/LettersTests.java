package com.ailuxe.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LettersTests {
  private static final String CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final String SMALL = "abcdefghijklmnopqrstuvwxyz";

  /** The alphabets that lie in one piece, by their first letter. */
  static Stream<Arguments> alphabets() {
    var mathematical =
        IntStream.of(
                0x1D400, 0x1D468, 0x1D4D0, 0x1D56C, 0x1D5A0, 0x1D5D4, 0x1D608, 0x1D63C, 0x1D670)
            .boxed()
            .flatMap(
                first -> Stream.of(Arguments.of(first, CAPITALS), Arguments.of(first + 26, SMALL)));
    var others =
        Stream.of(
            Arguments.of(0xFF21, CAPITALS),
            Arguments.of(0xFF41, SMALL),
            Arguments.of(0x24B6, CAPITALS),
            Arguments.of(0x24D0, SMALL),
            Arguments.of(0x249C, SMALL),
            Arguments.of(0x1F110, CAPITALS),
            Arguments.of(0x1F130, CAPITALS),
            Arguments.of(0x1F150, CAPITALS),
            Arguments.of(0x1F170, CAPITALS));
    return Stream.concat(mathematical, others);
  }

  @ParameterizedTest
  @MethodSource("alphabets")
  void everyLetterOfAStyledAlphabetIsThePlainOne(int first, String plain) {
    var styled =
        IntStream.range(0, 26)
            .mapToObj(index -> Character.toString(first + index))
            .reduce("", String::concat);

    assertThat(Letters.plain(styled)).isEqualTo(plain);
  }

  @ParameterizedTest
  @CsvSource({
    "𝒜𝓁𝒾𝒸ℯ ℬℯ𝓁𝓁, Alice Bell",
    "ℌ𝔢𝔦𝔫𝔯𝔦𝔠𝔥, Heinrich",
    "𝔸𝕝𝕚𝕔𝕖 𝟚, Alice 2",
    "ᴀʟɪᴄᴇ ʙᴇʟʟ, alice bell",
    "ᵃˡⁱᶜᵉ, alice",
    "Ａｌｉｃｅ　Ｏ＇Ｎｅｉｌ－Ｂｅｌｌ, Alice O'Neil-Bell",
    "A̶l̶i̶c̶e̶ B̲e̲l̲l̲, Alice Bell",
    "A⃝l⃣i⃞c⃟e⃠, Alice",
    "🅐🅛🅘🅒🅔 🅱🅴🅻🅻, ALICE BELL",
    "Ludwig Ⅷ, Ludwig VIII",
    "ﻟﻴﻠﻰ, ليلى",
    "José, José",
    "Jose\u0301, José",
    "Новиков Андреи\u0306, Новиков Андрей",
    "Μαρι\u0301α, Μαρία",
  })
  void aNameInLettersThatOnlyLookDifferentIsPlain(String written, String plain) {
    assertThat(Letters.plain(written)).isEqualTo(plain);
  }

  /** What a language writes is no costume. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "№ 7, D.ª María, 1º, m², ½, ™, …, 1 000 €",
        "IJsbrand, ĳ, Bříza, Łukasz, Đorđe, Þór, Straße, Œuvre, ſ",
        "Արմեն և Անի",
        "שָׁלוֹם",
        "مُحَمَّد",
        "คำ",
        "山田 太郎",
        "Nguyễn Thị Ánh",
        "Ọlá Adéwálé",
        "🌸 👩‍🎤 🇫🇷"
      })
  void whatALanguageWritesStays(String text) {
    var plain = Letters.plain(text);

    assertThat(Normalizer.normalize(plain.replace("\uFE0F", ""), Form.NFD))
        .isEqualTo(Normalizer.normalize(text.replace("\uFE0F", ""), Form.NFD));
  }

  @Test
  void everythingPlainIsComposedAndStaysAsItIs() {
    var samples =
        IntStream.rangeClosed(0x20, 0x1FBFF)
            .filter(Character::isDefined)
            .filter(codePoint -> !(codePoint >= 0xD800 && codePoint <= 0xF8FF))
            .mapToObj(Character::toString);

    assertThat(samples)
        .allSatisfy(
            letter -> {
              var plain = Letters.plain("x" + letter + "\u0301");
              assertThat(Normalizer.isNormalized(plain, Form.NFC)).as(plain).isTrue();
              assertThat(Letters.plain(plain)).isEqualTo(plain);
            });
  }

  @Test
  void noLetterIsUnderMoreMarksThanAnyoneReads() {
    assertThat(Letters.plain("A" + "\u0300\u0316".repeat(40) + "nna")).hasSizeLessThan(9);
  }
}
