package com.ailuxe.channel;

import com.ailuxe.channel.WebhookRefused.Reason;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.camel.Body;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets a webhook call pass only when Meta signed exactly these bytes with our app secret. */
@Component("whatsAppSignature")
class WhatsAppSignature {
  private static final String ALGORITHM = "HmacSHA256";
  private static final String PREFIX = "sha256=";

  private final WhatsAppSettings settings;

  WhatsAppSignature(WhatsAppSettings settings) {
    this.settings = settings;
  }

  /**
   * @throws WebhookRefused when the signature is missing, unreadable or another one
   */
  public void verify(
      @Header("X-Hub-Signature-256") @Nullable String signature, @Body byte @Nullable [] body) {
    var secret = settings.appSecret();
    if (secret == null || signature == null || !signature.startsWith(PREFIX)) {
      throw new WebhookRefused(Reason.SIGNATURE, "X-Hub-Signature-256 is missing");
    }
    if (!MessageDigest.isEqual(
        sign(secret, body == null ? new byte[0] : body),
        decode(signature.substring(PREFIX.length())))) {
      throw new WebhookRefused(Reason.SIGNATURE, "X-Hub-Signature-256 does not fit the body");
    }
  }

  private static byte[] sign(Secret secret, byte[] body) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.value().getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
    }
  }

  private static byte[] decode(String hex) {
    try {
      return HexFormat.of().parseHex(hex);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }
}
