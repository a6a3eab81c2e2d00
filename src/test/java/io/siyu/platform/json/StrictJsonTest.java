package io.siyu.platform.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.siyu.platform.ids.Id;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StrictJsonTest {
    private static final ObjectMapper LENIENT = new ObjectMapper().registerModule(new JavaTimeModule());
    private static final ObjectMapper STRICT = StrictJson.of(LENIENT);

    enum Size {
        SMALL,
        LARGE
    }

    record Body(
            String text,
            Integer whole,
            Long large,
            BigDecimal amount,
            Boolean flag,
            LocalDate day,
            LocalTime time,
            OffsetDateTime at,
            Instant instant,
            Size size,
            Id id,
            List<String> texts,
            Map<String, Object> more) {}

    @Test
    void refusesMoreValuesThanMemoryIsMeantFor() throws JsonProcessingException {
        String most = "{\"texts\":[" + "null,".repeat(1_400_000) + "null]}";
        assertThat(STRICT.readValue(most, Body.class).texts()).hasSize(1_400_001);

        String tooMany = "{\"texts\":[" + "null,".repeat(1_600_000) + "null]}";
        assertThatThrownBy(() -> STRICT.readValue(tooMany, Body.class))
                .hasRootCauseInstanceOf(StreamConstraintsException.class);
    }

    @Test
    void readsWhatIsClear() throws JsonProcessingException {
        Body body = STRICT.readValue("""
                {"text": "两杯 \\ud83c\\udf75", "whole": 5, "large": 5000000000, "amount": 12.50, "flag": true,
                 "day": "2026-11-09", "time": "09:05", "at": "2026-11-09T09:00:00+08:00",
                 "instant": "2026-11-09T01:00:00.5Z", "size": "LARGE", "id": "720438205126345231", "texts": ["a", null],
                 "more": {"a": [1, 2.5, "x", {"b": null}]}}
                """, Body.class);
        assertThat(body.text()).isEqualTo("两杯 🍵");
        assertThat(body.amount()).isEqualTo("12.50");
        assertThat(body.at().toInstant()).isEqualTo("2026-11-09T01:00:00Z");
        assertThat(body.instant()).isEqualTo("2026-11-09T01:00:00.5Z");
        assertThat(body.time()).isEqualTo("09:05");
        assertThat(body.more()).containsEntry("a", List.of(1, 2.5, "x", java.util.Collections.singletonMap("b", null)));
        assertThat(STRICT.readValue("{\"amount\": \"12.50\"}", Body.class).amount())
                .isEqualTo("12.50");
        assertThat(STRICT.readValue("{\"text\": \"\", \"day\": null}", Body.class)
                        .text())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"text\": 5}",
                "{\"text\": 5.5}",
                "{\"text\": true}",
                "{\"text\": {}}",
                "{\"text\": [\"a\"]}",
                "{\"texts\": [5]}",
                "{\"texts\": \"a\"}",
                "{\"whole\": \"5\"}",
                "{\"whole\": \"\"}",
                "{\"whole\": \" 5\"}",
                "{\"whole\": \"５\"}",
                "{\"whole\": 5.0}",
                "{\"whole\": 5.5}",
                "{\"whole\": 1e400}",
                "{\"whole\": true}",
                "{\"whole\": 99999999999}",
                "{\"large\": 99999999999999999999}",
                "{\"amount\": \"\"}",
                "{\"amount\": \" 5\"}",
                "{\"amount\": \"５\"}",
                "{\"amount\": \"1e5\"}",
                "{\"amount\": 1e400}",
                "{\"amount\": 1e999999999}",
                "{\"amount\": 1e-999999999}",
                "{\"amount\": true}",
                "{\"flag\": \"true\"}",
                "{\"flag\": 1}",
                "{\"flag\": \"\"}",
                "{\"day\": \"\"}",
                "{\"day\": \" \"}",
                "{\"day\": \" 2026-11-09\"}",
                "{\"day\": \"2026-11-09T00:00:00Z\"}",
                "{\"day\": \"２０２６-11-09\"}",
                "{\"day\": \"2026-02-30\"}",
                "{\"day\": \"0999-01-01\"}",
                "{\"day\": \"1969-12-31\"}",
                "{\"day\": \"3000-01-01\"}",
                "{\"day\": \"+12026-01-01\"}",
                "{\"day\": 20260101}",
                "{\"day\": [2026, 1, 1]}",
                "{\"time\": \"\"}",
                "{\"time\": \"24:00\"}",
                "{\"time\": \"9:00\"}",
                "{\"time\": \"09:00:00\"}",
                "{\"time\": [9, 0]}",
                "{\"at\": \"\"}",
                "{\"at\": 1762650000}",
                "{\"at\": \"2026-11-09\"}",
                "{\"at\": \"2026-11-09T09:00:00\"}",
                "{\"at\": \"2026-11-09T09:00:00+0800\"}",
                "{\"at\": \"2026-11-09T25:00:00Z\"}",
                "{\"at\": \"9999-12-31T23:59:59-18:00\"}",
                "{\"at\": \"+999999999-12-31T23:59:59Z\"}",
                "{\"instant\": \"１970-01-01T00:00:00Z\"}",
                "{\"size\": 0}",
                "{\"size\": \"0\"}",
                "{\"size\": \"\"}",
                "{\"size\": \"small\"}",
                "{\"id\": 720438205126345231}",
                "{\"id\": \"\"}",
                "{\"id\": \"+5\"}",
                "{\"id\": \"５\"}",
                "{\"id\": \"99999999999999999999\"}",
                "{\"text\": \"a\", \"text\": \"b\"}",
                "{\"more\": {\"a\": 1, \"a\": 2}}",
                "{\"more\": {\"a\": 1e400}}",
                "{\"more\": {\"a\": 99999999999999999999}}",
                "{\"more\": {\"a\\u0000\": 1}}",
                "{\"more\": {\"a\": [\"\\u0000\"]}}",
                "{\"text\": \"a\\u0000b\"}",
                "{\"text\": \"\\ud83c\"}",
                "{\"text\": \"\\udf75\\ud83c\"}",
                "{\"texts\": [\"\\ud83c\"]}",
                "{\"unknown\": 1}",
                "{} {}",
                "{}x",
                "{'text': 1}",
                "{\"text\": NaN}",
                "[]",
                "\"\"",
                "5"
            })
    void refusesWhatIsNot(String json) {
        assertThatThrownBy(() -> STRICT.readValue(json, Body.class)).isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void refusesWhatIsNestedOrWrittenTooLong() {
        String deep = "{\"more\": {\"a\": " + "[".repeat(60) + "]".repeat(60) + "}}";
        assertThatThrownBy(() -> STRICT.readValue(deep, Body.class)).isInstanceOf(JsonProcessingException.class);
        String tooLong = "{\"amount\": " + "9".repeat(200) + "}";
        assertThatThrownBy(() -> STRICT.readValue(tooLong, Body.class)).isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void leavesTheOtherMapperAsItIs() throws JsonProcessingException {
        assertThat(LENIENT.readValue("{\"whole\": \"5\", \"whole\": \"6\"}", Body.class)
                        .whole())
                .isEqualTo(6);
        assertThat(STRICT.writeValueAsString(Map.of("a", 1))).isEqualTo(LENIENT.writeValueAsString(Map.of("a", 1)));
    }
}
