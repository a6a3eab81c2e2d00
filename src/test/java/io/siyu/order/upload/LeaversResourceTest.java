package io.siyu.order.upload;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.siyu.platform.sql.Contention;
import io.siyu.support.As;
import io.siyu.support.Database;
import io.siyu.support.RawConnection;
import io.siyu.support.TestShop;
import io.siyu.support.Waiting;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import jakarta.inject.Inject;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;

/** Who was let in and has no business in the shop any more while an import is followed or its file is on its way. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class LeaversResourceTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String NOT_ANY_MORE = "{\"active\": false}";

    @TestHTTPResource("/api/v1")
    URI api;

    @ConfigProperty(name = "quarkus.http.body.uploads-directory")
    Path arriving;

    @Inject
    ImportLease lease;

    private TestShop shop;

    @BeforeEach
    void freshShop() {
        shop = TestShop.create();
    }

    @ParameterizedTest
    @ValueSource(strings = {NOT_ANY_MORE, "{\"roles\": [\"staff\"]}"})
    void theEventsOfAnImportEnd(String change) throws Exception {
        long shopId = Long.parseLong(shop.id());
        // So that it neither begins nor ends.
        assertThat(Contention.inTransaction(() -> lease.take(shopId, "test", Duration.ofMinutes(10))))
                .isTrue();
        String id = ImportedFile.upload(shop, ImportedFile.HEADER.getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        HttpResponse<Stream<String>> stream = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(api + "/order-imports/" + id + "/events"))
                                .header("Authorization", "Bearer " + As.token("marketer"))
                                .build(),
                        HttpResponse.BodyHandlers.ofLines());
        Iterator<String> lines = stream.body().iterator();
        assertThat(nextData(lines)).contains("QUEUED");

        CompletableFuture<String> last = CompletableFuture.supplyAsync(() -> nextData(lines));
        change(change);

        assertThat(last.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isNull();
        Contention.inTransaction(() -> {
            lease.release(shopId, "test");
            return null;
        });
    }

    /** Null when the stream has ended. */
    private static String nextData(Iterator<String> lines) {
        while (lines.hasNext()) {
            String line = lines.next();
            if (line.startsWith("data:")) {
                return line;
            }
        }
        return null;
    }

    @Test
    void aFileThatIsNotHereYetIsNotTaken() {
        String marker = "Z" + shop.id();
        String file = ImportedFile.HEADER + (marker + ",b1,2024-01-01,9.00,0.00,PAID,\n").repeat(4000);
        String start = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"o.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n" + file;
        String end = "\r\n--b--\r\n";
        try (RawConnection connection = RawConnection.to(api.getPort())) {
            connection.sendHead(
                    "POST",
                    "/api/v1/shops/" + shop.id() + "/order-imports",
                    "Authorization: Bearer " + As.token("marketer"),
                    "Content-Type: multipart/form-data; boundary=b",
                    "Content-Length: " + (start.length() + end.length()));
            connection.send(start);
            Waiting.until("the file is arriving", PATIENCE, () -> isArriving(marker));

            change(NOT_ANY_MORE);
            connection.send(end);

            assertThat(connection.answer().status()).isEqualTo(404);
        }
        As.admin()
                .get("/shops/{shop}/order-imports", shop.id())
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    private void change(String body) {
        As.change(As.admin(), "/staff/{id}", body, shop.marketerStaffId());
    }

    private boolean isArriving(String marker) {
        if (!Files.isDirectory(arriving)) {
            return false;
        }
        try (Stream<Path> files = Files.list(arriving)) {
            List<Path> all = files.toList();
            return all.stream().anyMatch(file -> holds(file, marker));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean holds(Path file, String marker) {
        try {
            return Files.isRegularFile(file)
                    && Files.readString(file, StandardCharsets.ISO_8859_1).contains(marker);
        } catch (IOException gone) {
            return false;
        }
    }
}
