package io.siyu.platform.trace;

import io.quarkus.test.junit.QuarkusTest;
import io.siyu.support.As;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
class RequestIdResourceTest {
    @Test
    void theClientsIdComesBackInTheAnswerAndInAProblem() {
        As.admin()
                .header(RequestId.HEADER, "proxy-7.A_b")
                .get("/shops")
                .then()
                .statusCode(200)
                .header(RequestId.HEADER, "proxy-7.A_b");
        As.admin()
                .header(RequestId.HEADER, "proxy-8")
                .get("/shops/{shop}/staff", "1")
                .then()
                .statusCode(404)
                .header(RequestId.HEADER, "proxy-8")
                .body("requestId", equalTo("proxy-8"));
    }

    @Test
    void withoutOneEachRequestGetsItsOwn() {
        String first =
                As.nobody().get("/shops").then().statusCode(401).extract().path("requestId");
        String second =
                As.nobody().get("/shops").then().statusCode(401).extract().header(RequestId.HEADER);

        assertThat(first).matches("[0-9a-f-]{36}").isNotEqualTo(second);
        assertThat(second).matches("[0-9a-f-]{36}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "with blank",
                "<script>",
                "${jndi:x}",
                "日志",
                "12345678901234567890123456789012345678901234567890123456789012345"
            })
    void whatCouldDoHarmInALogIsNotTaken(String id) {
        assertThat(RequestId.from(id)).isNotEqualTo(id).matches("[0-9a-f-]{36}");
    }

    @Test
    void outsideOfARequestThereIsNone() {
        assertThat(RequestId.current()).isNull();
    }
}
