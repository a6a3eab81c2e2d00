package io.siyu.content.material;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.siyu.platform.privacy.person.PersonWords;
import io.siyu.platform.privacy.search.SearchedPlace;
import io.siyu.platform.sql.Sql;
import io.siyu.support.As;
import io.siyu.support.Database;
import io.siyu.support.Sought;
import io.siyu.support.TestShop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@QuarkusTestResource(Database.class)
class SearchedTextsTest {
    @Inject
    SearchedTexts texts;

    @Inject
    Sql sql;

    private TestShop shop;
    private long shopId;

    @BeforeEach
    void openShop() {
        shop = TestShop.create();
        shopId = Long.parseLong(shop.id());
    }

    @Test
    void aTextThatIsUploadedInUtf16IsSearchedToo() {
        Charset utf16 = StandardCharsets.UTF_16LE;
        String text = upload(("\uFEFF联系\r\n" + Sought.PHONE + "，明天\r\n").getBytes(utf16));
        assertThat(search(null).found()).isEqualTo(1);
        assertThat(new String(content(text), utf16)).isEqualTo("\uFEFF联系\r\n" + PersonWords.MARK + "，明天\r\n");
    }

    @Test
    void itsSizeIsTheFilesAfterwards() {
        String text = upload(("联系 " + Sought.PHONE).getBytes(StandardCharsets.UTF_8));
        search(null);
        int bytes = ("联系 " + PersonWords.MARK).getBytes(StandardCharsets.UTF_8).length;
        assertThat(content(text)).hasSize(bytes);
        assertThat(told(text)).isEqualTo(bytes);
    }

    /** The file was put in its place, and then the step was killed. */
    @Test
    void aSizeThatAKillLeftBehindIsPutRight() {
        byte[] bytes = ("联系 " + PersonWords.MARK).getBytes(StandardCharsets.UTF_8);
        String text = upload(bytes);
        QuarkusTransaction.requiringNew()
                .run(() -> sql.update(
                        "UPDATE material SET bytes = 7 WHERE shop_id = ? AND id = ?", shopId, Long.parseLong(text)));
        assertThat(search(null).found()).isZero();
        assertThat(told(text)).isEqualTo(bytes.length);
    }

    @Test
    void aStepIsNoLongerForFilesThatAreLarge() {
        for (int i = 0; i < 3; i++) {
            upload(("联系 " + Sought.PHONE).getBytes(StandardCharsets.UTF_8));
        }
        QuarkusTransaction.requiringNew()
                .run(() -> sql.update("UPDATE material SET bytes = 20000000 WHERE shop_id = ?", shopId));
        int steps = 0;
        int found = 0;
        String after = null;
        do {
            SearchedPlace.Step step = search(after);
            after = step.checkpoint();
            found += step.found();
            steps++;
        } while (after != null);
        assertThat(found).isEqualTo(3);
        assertThat(steps).isGreaterThanOrEqualTo(3);
    }

    private SearchedPlace.Step search(String after) {
        return QuarkusTransaction.requiringNew().call(() -> texts.search(shopId, Sought.words(), after));
    }

    private String upload(byte[] bytes) {
        return As.marketer()
                .multiPart("file", "note.txt", bytes, "text/plain")
                .post("/shops/{shop}/materials", shop.id())
                .then()
                .statusCode(201)
                .body("contentType", equalTo("text/plain"))
                .extract()
                .path("id");
    }

    private static byte[] content(String material) {
        return As.marketer().get("/materials/{id}/content", material).asByteArray();
    }

    private int told(String material) {
        return As.marketer()
                .get("/shops/{shop}/materials", shop.id())
                .path("items.find { it.id == '" + material + "' }.bytes");
    }
}
