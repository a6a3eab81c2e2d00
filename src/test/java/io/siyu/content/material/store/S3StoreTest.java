package io.siyu.content.material.store;

import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.problem.ProblemException;
import io.siyu.support.Ports;
import io.siyu.support.S3Server;
import org.apache.commons.io.input.BrokenInputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class S3StoreTest {
    private static final long SHOP = 7;
    private static final StoredFile PLACE = StoredFile.content(SHOP, 42);
    private static final byte[] BYTES = "礼盒很好看".getBytes(StandardCharsets.UTF_8);
    /** More than S3 takes in one part by default, and less than the largest material. */
    private static final int LARGE = 12_000_000;

    /** As from tomorrow on: all that is there is old. */
    private static final Duration ANY_AGE = Duration.ofDays(-1);

    private static S3Server server;
    private static S3Store store;

    @TempDir
    Path folder;

    private record Settings(
            Optional<String> url,
            Optional<String> bucket,
            Optional<String> accessKey,
            Optional<String> secretKey,
            String region)
            implements MaterialConfig.S3 {
        static Settings of(String url, String secretKey) {
            return new Settings(
                    Optional.of(url),
                    Optional.of(S3Server.BUCKET),
                    Optional.of(S3Server.ACCESS_KEY),
                    Optional.of(secretKey),
                    "us-east-1");
        }
    }

    @BeforeAll
    static void start() {
        server = new S3Server();
        store = new S3Store(Settings.of(server.url(), S3Server.SECRET_KEY));
    }

    @AfterAll
    static void end() throws Exception {
        server.close();
    }

    @AfterEach
    void empty() {
        store.forEachOlderThan(ANY_AGE, store::discard);
    }

    @Test
    void keepsAFileAndGivesItBack() throws IOException {
        byte[] bytes = new byte[LARGE];
        new Random(1).nextBytes(bytes);
        store.keep(PLACE, Files.write(folder.resolve("film"), bytes));

        assertThat(read(PLACE)).isEqualTo(bytes);
        assertThat(server.names()).containsExactly("7/42");
    }

    @Test
    void whatIsPutInItsPlaceReplacesIt() throws IOException {
        store.keep(PLACE, BYTES);
        store.keep(PLACE, Files.writeString(folder.resolve("text"), "［已删除］"));

        assertThat(read(PLACE)).asString(StandardCharsets.UTF_8).isEqualTo("［已删除］");
    }

    @Test
    void whatIsNotThereIsSaidToBeNotThereAndCanBeDiscarded() {
        store.discard(PLACE);
        store.keep(PLACE, BYTES);
        store.discard(PLACE);

        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> store.open(PLACE))
                .withMessage("siyu/7/42");
    }

    @Test
    void whatIsOldIsGoneThroughAndNothingElse() {
        store.keep(PLACE, BYTES);
        store.keep(StoredFile.thumbnail(SHOP, 42), BYTES);
        store.keep(StoredFile.content(8, 1), BYTES);

        assertThat(olderThan(ANY_AGE))
                .containsExactlyInAnyOrder(PLACE, StoredFile.thumbnail(SHOP, 42), StoredFile.content(8, 1));
        assertThat(olderThan(Duration.ofHours(1))).isEmpty();
        assertThat(server.names()).containsExactly("7/42", "7/42.thumbnail", "8/1");
    }

    @Test
    void moreThanOneAnswerHoldsIsGoneThroughToTheEnd() {
        int files = 1005;
        for (int material = 1; material <= files; material++) {
            store.keep(StoredFile.content(SHOP, material), BYTES);
        }

        assertThat(olderThan(ANY_AGE)).hasSize(files).doesNotHaveDuplicates();
    }

    @Test
    void aServerThatIsAwayOrRefusesIsAnswered503() {
        for (S3Store broken : List.of(
                new S3Store(Settings.of("http://127.0.0.1:" + Ports.free(), S3Server.SECRET_KEY)),
                new S3Store(Settings.of(server.url(), "of-somebody-else-altogether")))) {
            assertAway(() -> broken.keep(PLACE, BYTES));
            assertAway(() -> broken.open(PLACE));
            assertAway(() -> broken.discard(PLACE));
        }
        assertThat(server.names()).isEmpty();
    }

    @Test
    void aServerThatBreaksOffInTheMiddleIsAnswered503Too() {
        try (S3Bytes bytes = new S3Bytes(new BrokenInputStream())) {
            assertAway(bytes::readAllBytes);
        } catch (IOException | ProblemException e) {
            assertThat(e).as("what closing it says").isInstanceOf(ProblemException.class);
        }
    }

    private static void assertAway(ThrowingCallable call) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(call)
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(ErrorCode.UNAVAILABLE));
    }

    private static List<StoredFile> olderThan(Duration age) {
        List<StoredFile> files = new ArrayList<>();
        store.forEachOlderThan(age, files::add);
        return files;
    }

    private static byte[] read(StoredFile place) throws IOException {
        try (InputStream bytes = store.open(place)) {
            return bytes.readAllBytes();
        }
    }
}
