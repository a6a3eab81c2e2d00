package io.siyu.contract;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;

/** What to say where the contract asks for something else, or for something of that kind that is extreme. */
final class FuzzValues {
    private static final String LONG = "长".repeat(3000);

    private FuzzValues() {}

    /**
     * @param text of a parameter as it is, of a body's field as JSON
     * @param isWrong by the contract: taking it would be a fault
     */
    record Value(String text, boolean isWrong) {
        static Value of(String text) {
            return new Value(text, false);
        }

        static Value wrong(String text) {
            return new Value(text, true);
        }
    }

    static List<Value> ofParameter(JsonNode schema) {
        List<Value> values = new ArrayList<>();
        switch (kindOf(schema)) {
            case "integer", "number" -> {
                add(values, false, "0", "-1", "1", "2147483647", "2147483648", "-2147483649", "9223372036854775807");
                add(values, false, "-9223372036854775808", "9223372036854775808", "-0", "00", "");
                add(values, true, "1e400", "1e2", "NaN", "0x10", "1_000", "５", " 5", "5 ", "   ", "five", "[1]", "１２");
            }
            case "boolean" -> {
                add(values, false, "true", "false", "");
                add(values, true, "yes", "1", "TRUE ", "真", "null", "truefalse", "   ");
            }
            case "id" -> {
                add(values, false, "0", "1", "9223372036854775807", "720438205126345231");
                add(values, true, "-1", "9223372036854775808", "99999999999999999999", "1e3", "0x1F", "７２０", "٣");
                add(values, true, " 7", "7 ", "+7", "7.0", "x", "null", "undefined", "\u0000", "7\u0000", "   ");
            }
            case "date" -> {
                add(values, false, "0001-01-01", "1582-10-10", "1970-01-01", "9999-12-31", "2024-02-29", "");
                add(values, false, "0000-01-01", "1000-01-01", "1900-02-28", "2999-01-01");
                add(values, true, "+999999999-12-31", "-999999999-01-01", "+10000-01-01", "2026-02-30", "2025-02-29");
                add(values, true, "2026-13-01", "2026-1-1", "20260101", "2026-01-01T00:00:00Z", "２０２６-０１-０１", "   ");
                add(values, true, "today", "2026-01-01 ", "\u0000", "0", "2026-01-01\u200B");
            }
            case "date-time" -> {
                add(
                        values,
                        false,
                        "0001-01-01T00:00:00Z",
                        "9999-12-31T23:59:59Z",
                        "1969-12-31T23:59:59.999999999Z",
                        "");
                add(values, true, "+999999999-12-31T23:59:59Z", "-999999999-01-01T00:00:00Z", "2026-01-01", "1e10");
                add(
                        values,
                        true,
                        "2026-01-01T25:00:00Z",
                        "２０２６-01-01T00:00:00Z",
                        "   ",
                        "now",
                        "2026-01-01T00:00:00+99:99");
            }
            case "enum" -> {
                String known = schema.get("enum").get(0).asText();
                add(values, false, known, "", known.toLowerCase(java.util.Locale.ROOT));
                add(
                        values,
                        true,
                        "UNKNOWN_THING",
                        "０",
                        "-1",
                        known + "\u200B",
                        known + "," + known,
                        "\u0000" + known,
                        LONG);
            }
            default -> add(values, false, "", "SAMPLE", "0", "true", "2026-02-30", "１２");
        }
        if (kindOf(schema).equals("text")) {
            texts().forEach(text -> values.add(Value.of(text)));
        } else {
            texts().forEach(text -> values.add(Value.wrong(text)));
        }
        return values;
    }

    /** As JSON. */
    static List<Value> ofField(JsonNode schema) {
        List<Value> values = new ArrayList<>();
        add(values, false, "null", "\"\"");
        if (schema.isEmpty()) {
            // Whatever there is may stand there.
            add(values, false, "{}", "[]", "{\"a\":1}", "1.5", "true", "\"text\"", nested(200));
            return values;
        }
        switch (kindOf(schema)) {
            case "integer" -> {
                add(values, false, "0", "-0", "-1", "2147483647", "9223372036854775807", "-9223372036854775808");
                add(values, true, "1e400", "2147483648", "9223372036854775808", "1.5", "-1e-400", "1e99999999");
                add(values, true, "true", "[]", "{}", "[1]", "\"five\"", "\"５\"", "\"   \"", "\" 5\"", "\"0x10\"");
            }
            case "number" -> {
                add(
                        values,
                        false,
                        "0",
                        "-0",
                        "-0.0",
                        "0.001",
                        "1e308",
                        "9223372036854775807",
                        "\"1.00\"",
                        "-1",
                        "1e-99999999");
                add(values, true, "1e400", "1e99999999", "true", "[]", "{}", "\"１\"", "\"NaN\"");
                add(values, true, "\"   \"", "\"1,00\"", "\"0x10\"");
            }
            case "boolean" ->
                add(values, true, "\"yes\"", "2", "[]", "{}", "\"真\"", "\"   \"", "\"truefalse\"", "1.5", "[true]");
            case "array" -> {
                add(values, false, "[]", "[null]", "[[]]", "[{}]", repeated("null", 300), repeated("\"a\"", 5000));
                add(values, true, "{}", "5", "true", "\"text\"", "\"   \"", nested(200));
            }
            case "object" -> {
                add(values, false, "{}", "{\"a\":null}", "{\"\":1}");
                add(values, true, "[]", "5", "true", "\"text\"", "\"   \"", nested(200));
            }
            default -> ofTextField(schema, values);
        }
        return values;
    }

    private static void ofTextField(JsonNode schema, List<Value> values) {
        boolean isText = kindOf(schema).equals("text");
        add(values, true, "{}", "[]", "[\"a\"]", "{\"a\":1}", nested(200));
        add(values, !isText, "1.5", "true", "1e400", "-0", "20260101");
        if (!isText) {
            ofParameter(schema).stream()
                    .filter(value -> !value.text().startsWith(FuzzCall.RAW))
                    .forEach(value -> values.add(new Value(quoted(value.text()), value.isWrong())));
            return;
        }
        texts().stream()
                .filter(text -> !text.startsWith(FuzzCall.RAW))
                .forEach(text -> values.add(Value.of(quoted(text))));
        add(
                values,
                false,
                "\"\\ud800\"",
                "\"a\\udfffb\"",
                "\"\\ud83d\"",
                "\"\\uffff\"",
                "\"\\u0000\"",
                "\"a\\u0000b\"");
        add(values, false, "\"" + "a".repeat(70_000) + "\"", "\"{{unknown}}\"", "\"{{{{\"", "\"%s%n$1\\\\\"");
        add(values, true, "\"unfinished", "\"\\x\"", "\"\\u12\"", "'single'", "NaN", "undefined");
    }

    private static List<String> texts() {
        return List.of(
                "\u0000",
                "a\u0000b",
                "\u202Egnitirw\u202C",
                "مرحبا",
                "\u200B\u200D\uFEFF",
                "👩‍👩‍👧‍👦🇨🇳",
                "１２３",
                "e\u0301\u0301\u0301",
                " ",
                "\u3000\u00A0",
                "\t\n\r",
                "'",
                "\"",
                "' OR '1'='1",
                "\\",
                "%",
                "_%",
                "${jndi:x}",
                "{{x}}",
                "<script>alert(1)</script>",
                "../../etc/passwd",
                "null",
                "[]",
                "-",
                "a".repeat(300),
                LONG,
                FuzzCall.RAW + "%ED%A0%80",
                FuzzCall.RAW + "%FF%FE",
                FuzzCall.RAW + "%C0%80",
                FuzzCall.RAW + "%00");
    }

    static String nested(int depth) {
        return "[".repeat(depth) + "]".repeat(depth);
    }

    static String quoted(String text) {
        return com.fasterxml.jackson.databind.node.TextNode.valueOf(text).toString();
    }

    private static String repeated(String json, int times) {
        return "[" + json + ("," + json).repeat(times - 1) + "]";
    }

    static String kindOf(JsonNode schema) {
        if (schema.has("enum")) {
            return "enum";
        }
        JsonNode type = schema.path("type");
        String name = type.isArray() ? type.get(0).asText() : type.asText(schema.has("properties") ? "object" : "text");
        if (!name.equals("string")) {
            return name;
        }
        if (schema.path("pattern").asText().startsWith("^[0-9]{1,19}")) {
            return "id";
        }
        String format = schema.path("format").asText();
        return format.equals("date") || format.equals("date-time") ? format : "text";
    }

    private static void add(List<Value> values, boolean isWrong, String... texts) {
        for (String text : texts) {
            values.add(new Value(text, isWrong));
        }
    }
}
