package com.ailuxe.journey.notice;

import com.ailuxe.shared.EventTime;
import com.ailuxe.shared.Letters;
import com.ailuxe.shared.Money;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a staff notice may say of a case, as {@code notice}. An e-mail leaves the house, so what the
 * contact wrote stays out of it.
 *
 * @param contactName as the channel gives it; may be a bare phone number
 * @param channel for people, for example {@code WhatsApp}
 * @param bookingReference null where the case is no booking
 * @param talent null until it is known, as is the start
 * @param fee what is owed for calling it off; null where nothing
 * @param deposit what nobody has seen come in of it yet; null where none is due
 */
public record StaffSheet(
    String agencyName,
    String contactName,
    String channel,
    @Nullable String bookingReference,
    @Nullable String talent,
    @Nullable EventTime start,
    @Nullable Money fee,
    @Nullable Money deposit) {
  private static final String NAMELESS = "a contact without a name";
  private static final int LONGEST_NAME = 60;

  /** Whatever is no part of a name: what begins a link, ends a line or turns its direction. */
  private static final Pattern NO_PART_OF_A_NAME =
      Pattern.compile("[^\\p{L}\\p{M}\\p{N}.'’,()+&\\u200C\\u200D-]+");

  private static final Pattern DOT_WITHIN_A_WORD = Pattern.compile("\\.(?=[\\p{L}\\p{N}])");

  /** Mail programs make links of what looks like an address; a name of ours to look at is none. */
  public StaffSheet {
    var words = NO_PART_OF_A_NAME.matcher(contactName).replaceAll(" ");
    var name =
        Letters.beginning(DOT_WITHIN_A_WORD.matcher(words).replaceAll(". ").strip(), LONGEST_NAME)
            .strip();
    contactName = name.codePoints().anyMatch(Character::isLetterOrDigit) ? name : NAMELESS;
  }
}
