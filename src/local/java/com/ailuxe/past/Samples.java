package com.ailuxe.past;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;

/** Files that people send: small, made here, and what they say they are. */
final class Samples {
  private static final int OGG_POLYNOMIAL = 0x04c11db7;

  /** An Opus packet of 20 ms in which nobody says anything. */
  private static final byte[] SILENCE = {(byte) 0xf8, (byte) 0xff, (byte) 0xfe};

  private static final int PACKETS_PER_SECOND = 50;
  private static final int SAMPLES_PER_PACKET = 960;
  private static final int STREAM = 1;

  private Samples() {}

  /** A lit door at dusk, as a PNG. */
  static byte[] picture() {
    var image = new BufferedImage(720, 480, BufferedImage.TYPE_INT_RGB);
    var canvas = image.createGraphics();
    canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    canvas.setPaint(new GradientPaint(0, 0, new Color(24, 30, 58), 0, 480, new Color(120, 84, 60)));
    canvas.fillRect(0, 0, 720, 480);
    canvas.setPaint(new Color(34, 28, 26));
    canvas.fillRect(0, 120, 720, 360);
    canvas.setPaint(
        new GradientPaint(300, 180, new Color(255, 214, 140), 420, 460, new Color(196, 134, 52)));
    canvas.fillRoundRect(300, 180, 120, 280, 60, 60);
    canvas.setPaint(new Color(58, 40, 30));
    canvas.fillRect(356, 210, 8, 250);
    canvas.setPaint(new Color(255, 226, 160));
    canvas.fillOval(250, 210, 22, 30);
    canvas.fillOval(448, 210, 22, 30);
    canvas.dispose();
    var png = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", png);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return png.toByteArray();
  }

  /** A voice note of six seconds without a word, in Ogg with Opus as WhatsApp has them. */
  static byte[] voiceNote() {
    var ogg = new ByteArrayOutputStream();
    page(ogg, 2, 0, 0, head());
    page(ogg, 0, 0, 1, tags());
    for (var second = 0; second < 6; second++) {
      var packets = new byte[PACKETS_PER_SECOND][];
      Arrays.fill(packets, SILENCE);
      page(
          ogg,
          second == 5 ? 4 : 0,
          (second + 1L) * PACKETS_PER_SECOND * SAMPLES_PER_PACKET,
          second + 2,
          packets);
    }
    return ogg.toByteArray();
  }

  private static byte[] head() {
    return ByteBuffer.allocate(19)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put("OpusHead".getBytes(StandardCharsets.US_ASCII))
        .put((byte) 1)
        .put((byte) 1)
        .putShort((short) 0)
        .putInt(48_000)
        .putShort((short) 0)
        .put((byte) 0)
        .array();
  }

  private static byte[] tags() {
    var vendor = "past".getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(8 + 4 + vendor.length + 4)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put("OpusTags".getBytes(StandardCharsets.US_ASCII))
        .putInt(vendor.length)
        .put(vendor)
        .putInt(0)
        .array();
  }

  /** A page of Ogg (RFC 3533): its packets are shorter than 255 bytes each. */
  private static void page(
      ByteArrayOutputStream ogg, int flags, long position, int number, byte[]... packets) {
    var length = 0;
    for (var packet : packets) {
      length += packet.length;
    }
    var page =
        ByteBuffer.allocate(27 + packets.length + length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put("OggS".getBytes(StandardCharsets.US_ASCII))
            .put((byte) 0)
            .put((byte) flags)
            .putLong(position)
            .putInt(STREAM)
            .putInt(number)
            .putInt(0)
            .put((byte) packets.length);
    for (var packet : packets) {
      page.put((byte) packet.length);
    }
    for (var packet : packets) {
      page.put(packet);
    }
    page.putInt(22, checksum(page.array()));
    ogg.writeBytes(page.array());
  }

  private static int checksum(byte[] page) {
    var sum = 0;
    for (var octet : page) {
      sum ^= (octet & 0xff) << 24;
      for (var bit = 0; bit < 8; bit++) {
        sum = sum < 0 ? sum << 1 ^ OGG_POLYNOMIAL : sum << 1;
      }
    }
    return sum;
  }
}
