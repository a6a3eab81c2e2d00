package io.siyu.contract;

import io.siyu.contract.FuzzValues.Value;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Uploads: a good one, and what can be wrong with it. */
final class FuzzForms {
    private static final String BOUNDARY = "fuzz-boundary";
    private static final String TYPE = "multipart/form-data; boundary=" + BOUNDARY;
    private static final String END = "--" + BOUNDARY + "--\r\n";

    static FuzzCall good(FuzzCall call, String fileName, String content) {
        return form(call, file(fileName, content) + END);
    }

    private static FuzzCall form(FuzzCall call, String body) {
        return call.with(FuzzCall.CONTENT_TYPE, TYPE).sending(body.getBytes(StandardCharsets.UTF_8));
    }

    List<FuzzAttempt> attempts() {
        List<FuzzAttempt> attempts = new ArrayList<>();
        String form = "form";
        for (String name :
                List.of("", "../../x.csv", "a\u0000.csv", "长".repeat(200) + ".csv", "\u202Evsc.exe", ".", "a/b")) {
            attempts.add(new FuzzAttempt(
                    "file name", Value.of(name), call -> form(call, file(name, "order_no\n1\n") + END)));
        }
        for (String content :
                List.of("", " ", "\u0000", "\uFEFF", "PK\u0003\u0004", "<html>", "{}", "a,b\n\"", ",".repeat(9000))) {
            attempts.add(
                    new FuzzAttempt("file", Value.of(content), call -> form(call, file("orders.csv", content) + END)));
        }
        attempts.add(new FuzzAttempt(form, Value.wrong("(no parts)"), call -> form(call, END)));
        attempts.add(new FuzzAttempt(form, Value.wrong("(empty)"), call -> form(call, "")));
        attempts.add(new FuzzAttempt(form, Value.wrong("(no end)"), call -> form(call, file("a.csv", "order_no\n"))));
        attempts.add(new FuzzAttempt(form, Value.wrong("(no head)"), call -> form(call, "--" + BOUNDARY + "\r\n\r\n")));
        attempts.add(new FuzzAttempt(
                form, Value.wrong("(other boundary)"), call -> call.with(FuzzCall.CONTENT_TYPE, TYPE + "-other")));
        attempts.add(new FuzzAttempt(
                form, Value.wrong("(no boundary)"), call -> call.with(FuzzCall.CONTENT_TYPE, "multipart/form-data")));
        attempts.add(new FuzzAttempt(form, Value.wrong("(JSON)"), call -> call.json("{\"file\":\"x\"}")));
        attempts.add(new FuzzAttempt(form, Value.wrong("(no type)"), call -> call.with(FuzzCall.CONTENT_TYPE, null)));
        attempts.add(new FuzzAttempt(form, Value.of("(file as text)"), call -> form(call, field("file", "x") + END)));
        attempts.add(new FuzzAttempt(
                form,
                Value.of("(two files)"),
                call -> form(call, file("a.csv", "order_no\n") + file("b.csv", "order_no\n") + END)));
        for (String field : List.of("format", "dryRun", "title", "unknown")) {
            for (String value : List.of("", "nonsense", "\u0000", "１", "true", "长".repeat(3000), "   ")) {
                attempts.add(new FuzzAttempt(
                        "form " + field,
                        Value.of(value),
                        call -> form(call, field(field, value) + file("a.csv", "order_no\n") + END)));
            }
        }
        return attempts;
    }

    private static String file(String name, String content) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: text/csv\r\n\r\n" + content + "\r\n";
    }

    private static String field(String name, String value) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }
}
