package id.pkh.meeting.photo;

import id.pkh.meeting.MeetingConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** A bucket of an object store that speaks S3. */
final class S3PhotoStore implements PhotoStore, AutoCloseable {

    private static final int NOT_FOUND = 404;

    private final S3Client client;
    private final String bucket;

    S3PhotoStore(MeetingConfig.S3 config) {
        this.bucket = config.bucket().orElseThrow();
        this.client =
                S3Client.builder()
                        .endpointOverride(config.endpoint().orElseThrow())
                        .region(Region.of(config.region()))
                        // stores in a data centre seldom have a name for each bucket
                        .forcePathStyle(true)
                        // and do not all know the newer checksums
                        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                        .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                        .credentialsProvider(
                                StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create(
                                                config.accessKey().orElseThrow(),
                                                config.secretKey().orElseThrow())))
                        .httpClientBuilder(
                                UrlConnectionHttpClient.builder()
                                        .connectionTimeout(config.timeout())
                                        .socketTimeout(config.timeout()))
                        .overrideConfiguration(each -> each.apiCallTimeout(config.timeout()))
                        .build();
    }

    @Override
    public boolean isThere() {
        return true;
    }

    /** The store shows an object when it is whole. */
    @Override
    public void put(String key, byte[] bytes) {
        attempt(
                "a photo was not stored",
                () ->
                        client.putObject(
                                put -> put.bucket(bucket).key(key), RequestBody.fromBytes(bytes)));
    }

    @Override
    public Optional<byte[]> get(String key) {
        return found(
                "a photo was not read",
                () ->
                        client.getObjectAsBytes(get -> get.bucket(bucket).key(key))
                                .asByteArrayUnsafe());
    }

    @Override
    public boolean has(String key) {
        return found(
                        "a photo was not looked up",
                        () -> client.headObject(head -> head.bucket(bucket).key(key)))
                .isPresent();
    }

    @Override
    public void delete(String key) {
        attempt(
                "a photo was not deleted",
                () -> client.deleteObject(delete -> delete.bucket(bucket).key(key)));
    }

    @Override
    public List<Stored> ofDay(LocalDate day) {
        return attempt(
                "photos were not listed",
                () ->
                        client
                                .listObjectsV2Paginator(
                                        list -> list.bucket(bucket).prefix(day + "/"))
                                .contents()
                                .stream()
                                .map(object -> new Stored(object.key(), object.lastModified()))
                                .toList());
    }

    @Override
    public void close() {
        client.close();
    }

    /** Empty for an object that is not there; a bucket that is not there is a failure. */
    private static <T> Optional<T> found(String failure, Supplier<T> request) {
        return attempt(
                failure,
                () -> {
                    try {
                        return Optional.of(request.get());
                    } catch (S3Exception refused) {
                        if (refused.statusCode() == NOT_FOUND && !isOfBucket(refused)) {
                            return Optional.empty();
                        }
                        throw refused;
                    }
                });
    }

    /** The answer to HEAD has no body and so no code. */
    private static boolean isOfBucket(S3Exception refused) {
        return refused.awsErrorDetails() != null
                && "NoSuchBucket".equals(refused.awsErrorDetails().errorCode());
    }

    private static <T> T attempt(String failure, Supplier<T> request) {
        try {
            return request.get();
        } catch (SdkException failed) {
            throw new UncheckedIOException(failure, new IOException(failed));
        }
    }
}
