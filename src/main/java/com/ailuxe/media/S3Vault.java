package com.ailuxe.media;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Keeps contents in a bucket of a storage that speaks S3, which shows an object only as a whole.
 */
final class S3Vault implements MediaVault, AutoCloseable {
  private final String bucket;
  private final S3Client s3;

  S3Vault(MediaProperties.S3 settings) {
    bucket = Objects.requireNonNull(settings.bucket());
    var client =
        S3Client.builder()
            .region(Region.of(settings.region()))
            .forcePathStyle(settings.pathStyle())
            // Storages other than Amazon's do not know the newer checksums and ways of sending;
            // what is sent is signed with its SHA-256 anyway.
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .serviceConfiguration(service -> service.chunkedEncodingEnabled(false))
            .httpClientBuilder(UrlConnectionHttpClient.builder());
    if (settings.endpoint() != null) {
      client.endpointOverride(URI.create(settings.endpoint()));
    }
    if (settings.accessKey() != null) {
      client.credentialsProvider(
          StaticCredentialsProvider.create(
              AwsBasicCredentials.create(settings.accessKey(), settings.secretKey())));
    }
    s3 = client.build();
  }

  @Override
  public void put(MediaFile file, Path content) throws IOException {
    try {
      s3.putObject(
          object -> object.bucket(bucket).key(key(file)).contentType(file.mediaType()), content);
    } catch (SdkException e) {
      throw new IOException(e);
    }
  }

  @Override
  public InputStream open(MediaFile file) throws IOException {
    try {
      return s3.getObject(object -> object.bucket(bucket).key(key(file)));
    } catch (SdkException e) {
      throw new IOException(e);
    }
  }

  private static String key(MediaFile file) {
    return file.agency() + "/" + file.sha256();
  }

  @Override
  public void close() {
    s3.close();
  }
}
