package com.ailuxe.media;

import jakarta.validation.constraints.NotEmpty;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Which files are taken and where they are kept.
 *
 * @param directory where files come in, and where they are kept unless S3 is set
 * @param maxImage the largest image or sticker, in bytes as the others
 * @param allowedTypes found in the content, not only declared
 */
@Validated
@ConfigurationProperties("ailuxe.media")
record MediaProperties(
    @DefaultValue("media") Path directory,
    @DefaultValue("5MB") DataSize maxImage,
    @DefaultValue("16MB") DataSize maxAudio,
    @DefaultValue("16MB") DataSize maxVideo,
    @DefaultValue("100MB") DataSize maxDocument,
    @DefaultValue({
          "image/jpeg",
          "image/png",
          "image/webp",
          "image/gif",
          "image/heic",
          "audio/ogg",
          "audio/opus",
          "audio/vorbis",
          "audio/mpeg",
          "audio/mp4",
          "audio/aac",
          "audio/amr",
          "video/mp4",
          "video/3gpp",
          "video/quicktime",
          "application/pdf",
          "text/plain",
          "text/csv",
          "application/msword",
          "application/vnd.ms-excel",
          "application/vnd.ms-powerpoint",
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
          "application/vnd.openxmlformats-officedocument.presentationml.presentation",
          "application/vnd.oasis.opendocument.text",
          "application/vnd.oasis.opendocument.spreadsheet"
        })
        @NotEmpty
        Set<String> allowedTypes,
    @DefaultValue S3 s3,
    @DefaultValue Clamd clamd) {

  DataSize limit(MediaKind kind) {
    return switch (kind) {
      case IMAGE, STICKER -> maxImage;
      case AUDIO -> maxAudio;
      case VIDEO -> maxVideo;
      case DOCUMENT -> maxDocument;
    };
  }

  /**
   * Storage that speaks S3.
   *
   * @param bucket which exists; without one the files are kept in the directory
   * @param endpoint of a storage other than Amazon's
   * @param accessKey left out with the secret key where the AWS default credential chain is used
   */
  record S3(
      @Nullable String bucket,
      @DefaultValue("us-east-1") String region,
      @Nullable String endpoint,
      @DefaultValue("false") boolean pathStyle,
      @Nullable String accessKey,
      @Nullable String secretKey) {
    S3 {
      bucket = textOrNull(bucket);
      endpoint = textOrNull(endpoint);
      accessKey = textOrNull(accessKey);
      secretKey = textOrNull(secretKey);
      if ((accessKey == null) != (secretKey == null)) {
        throw new IllegalArgumentException(
            "ailuxe.media.s3.access-key and ailuxe.media.s3.secret-key are set both or not at all");
      }
      if (endpoint != null && URI.create(endpoint).getHost() == null) {
        throw new IllegalArgumentException("ailuxe.media.s3.endpoint is an http or https address");
      }
    }

    boolean isSet() {
      return bucket != null;
    }

    /** The settings without the keys. */
    @Override
    public String toString() {
      return "bucket " + bucket + " at " + (endpoint == null ? region : endpoint);
    }
  }

  /**
   * The virus scanner.
   *
   * @param host left out: nothing is scanned
   * @param timeout for each silence of the scanner
   */
  record Clamd(
      @Nullable String host,
      @DefaultValue("3310") int port,
      @DefaultValue("PT30S") Duration timeout) {
    Clamd {
      host = textOrNull(host);
    }

    boolean isSet() {
      return host != null;
    }
  }

  private static @Nullable String textOrNull(@Nullable String text) {
    return StringUtils.hasText(text) ? text.strip() : null;
  }
}
