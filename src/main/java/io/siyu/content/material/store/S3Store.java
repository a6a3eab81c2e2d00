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
import io.siyu.platform.problem.ErrorCode;
import org.jboss.logging.Logger;

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
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A bucket of a server that speaks S3. An object is there whole or not at all, which is what S3 promises. */
final class S3Store implements MaterialStore {
    private static final Logger LOG = Logger.getLogger(S3Store.class);
    private static final long CONNECT_MILLIS = TimeUnit.SECONDS.toMillis(5);
    private static final long SILENCE_MILLIS = TimeUnit.SECONDS.toMillis(20);

    /** Larger than any material need be: what goes up in parts can be broken off between them. */
    private static final long PART_BYTES = 1L << 30;

    /** How those are named that are only to show the time. */
    private static final String PROBE = ".clock-";

    private static final String NOT_THERE = "NoSuchKey";

    private final MinioClient client;
    private final String bucket;

    /** @param settings all of them there */
    S3Store(MaterialConfig.S3 settings) {
        client = MinioClient.builder()
                .endpoint(settings.url().orElseThrow())
                .region(settings.region())
                .credentials(
                        settings.accessKey().orElseThrow(), settings.secretKey().orElseThrow())
                .build();
        client.setTimeout(CONNECT_MILLIS, SILENCE_MILLIS, SILENCE_MILLIS);
        bucket = settings.bucket().orElseThrow();
    }

    @FunctionalInterface
    private interface Call<T> {
        T run() throws MinioException, GeneralSecurityException, IOException;
    }

    @Override
    public void keep(StoredFile place, Path file) {
        // Sent from the file itself: of a stream the client would hold a whole part.
        asked(() -> client.uploadObject(UploadObjectArgs.builder()
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
        asked(() -> client.putObject(PutObjectArgs.builder().bucket(bucket).object(name).stream(
                        new ByteArrayInputStream(bytes), bytes.length, -1)
                .build()));
    }

    @Override
    public InputStream open(StoredFile place) throws IOException {
        try {
            return client.getObject(GetObjectArgs.builder()
                    .bucket(bucket)
                    .object(place.name())
                    .build());
        } catch (ErrorResponseException e) {
            if (NOT_THERE.equals(e.errorResponse().code())) {
                throw new NoSuchFileException(whereIs(place));
            }
            throw away(e);
        } catch (MinioException | GeneralSecurityException | IOException e) {
            throw away(e);
        }
    }

    @Override
    public void discard(StoredFile place) {
        remove(place.name());
    }

    /** S3 says that it is gone of what was not there, too. */
    private void remove(String name) {
        asked(() -> {
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
            Item item = asked(result::get);
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
            return asked(() -> client.statObject(
                            StatObjectArgs.builder().bucket(bucket).object(probe).build()))
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

    private static <T> T asked(Call<T> call) {
        try {
            return call.run();
        } catch (MinioException | GeneralSecurityException | IOException e) {
            throw away(e);
        }
    }

    private static RuntimeException away(Exception e) {
        LOG.errorf(e, "The store of materials does not do what it is asked for");
        return ErrorCode.UNAVAILABLE.problem("The store of materials does not answer. Try again in a moment.");
    }
}
