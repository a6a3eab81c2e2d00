package io.siyu.content.material.store;

import io.minio.GetObjectArgs;
import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.Result;
import io.minio.StatObjectArgs;
import io.minio.UploadObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import io.minio.messages.Item;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** A bucket of a server that speaks S3. An object is there whole or not at all, which is what S3 promises. */
final class S3Store implements MaterialStore {
    /** Larger than any material need be: what goes up in parts can be broken off between them. */
    private static final long PART_BYTES = 1L << 30;

    /** How those are named that are only to show the time. */
    private static final String PROBE = ".clock-";

    private static final String NOT_THERE = "NoSuchKey";

    private final S3Calls calls = new S3Calls();
    private final MinioClient client;
    private final String bucket;

    /** @param settings all of them there */
    S3Store(MaterialConfig.S3 settings) {
        client = MinioClient.builder()
                .endpoint(settings.url().orElseThrow())
                .region(settings.region())
                .credentials(
                        settings.accessKey().orElseThrow(), settings.secretKey().orElseThrow())
                .httpClient(S3Calls.http())
                .build();
        bucket = settings.bucket().orElseThrow();
    }

    @Override
    public void keep(StoredFile place, Path file) {
        // Sent from the file itself: of a stream the client would hold a whole part.
        calls.ask(() -> client.uploadObject(UploadObjectArgs.builder()
                .bucket(bucket)
                .object(place.name())
                .filename(file.toString(), PART_BYTES)
                .build()));
    }

    @Override
    public void keep(StoredFile place, byte[] bytes) {
        put(place.name(), bytes);
    }

    private void put(String name, byte[] bytes) {
        calls.ask(() -> client.putObject(PutObjectArgs.builder().bucket(bucket).object(name).stream(
                        new ByteArrayInputStream(bytes), bytes.length, -1)
                .build()));
    }

    @Override
    public InputStream open(StoredFile place) throws IOException {
        Optional<InputStream> bytes = calls.ask(() -> found(place));
        return new S3Bytes(bytes.orElseThrow(() -> new NoSuchFileException(whereIs(place))));
    }

    private Optional<InputStream> found(StoredFile place) throws MinioException, GeneralSecurityException, IOException {
        try {
            return Optional.of(client.getObject(
                    GetObjectArgs.builder().bucket(bucket).object(place.name()).build()));
        } catch (ErrorResponseException e) {
            if (NOT_THERE.equals(e.errorResponse().code())) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public void discard(StoredFile place) {
        remove(place.name());
    }

    /** S3 says that it is gone of what was not there, too. */
    private void remove(String name) {
        calls.ask(() -> {
            client.removeObject(
                    RemoveObjectArgs.builder().bucket(bucket).object(name).build());
            return null;
        });
    }

    @Override
    public void forEachOlderThan(Duration age, Consumer<StoredFile> each) {
        Instant before = now().minus(age);
        // It is asked for by the thousand, as it is gone through.
        Iterable<Result<Item>> items = client.listObjects(
                ListObjectsArgs.builder().bucket(bucket).recursive(true).build());
        for (Result<Item> result : items) {
            Item item = calls.ask(result::get);
            if (!item.isDir() && item.lastModified().toInstant().isBefore(before)) {
                look(item.objectName(), each);
            }
        }
    }

    private void look(String name, Consumer<StoredFile> each) {
        Optional<StoredFile> stored = StoredFile.named(name);
        if (stored.isPresent()) {
            each.accept(stored.get());
        } else if (name.startsWith(PROBE)) {
            remove(name);
        }
    }

    /** What time it is where the objects' times come from. */
    private Instant now() {
        String probe = PROBE + UUID.randomUUID();
        put(probe, new byte[] {1});
        try {
            return calls.ask(() -> client.statObject(StatObjectArgs.builder()
                            .bucket(bucket)
                            .object(probe)
                            .build()))
                    .lastModified()
                    .toInstant();
        } finally {
            remove(probe);
        }
    }

    @Override
    public String whereIs(StoredFile place) {
        return bucket + "/" + place.name();
    }
}
