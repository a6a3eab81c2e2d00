package io.siyu.contract;

import io.siyu.contract.FuzzOperation.Parameter;
import io.siyu.contract.FuzzValues.Value;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** All that is tried on an operation; and a choice of it that leaves nothing out that can be spoilt. */
final class FuzzAttempts {
    private static final List<String> BEARERS = List.of(
            "Bearer ...", "Bearer", "Bearer ", "Bearer a.b.c", "Basic Og==", "Bearer x y", "bearer", "Digest x=y");
    private static final List<String> CURSORS = List.of(
            "x",
            "AAAA",
            "====",
            "-1",
            "bnVsbA==",
            "e30",
            "MA",
            "LTE",
            "MXwy",
            "OTIyMzM3MjAzNjg1NDc3NTgwOHwx",
            "W10",
            "//8");
    private static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND", "FOO");

    private final FuzzContract contract;
    private final FuzzBodies bodies;
    private final FuzzForms forms = new FuzzForms();
    private final List<FuzzOperation> operations;

    FuzzAttempts(FuzzContract contract, List<FuzzOperation> operations) {
        this.contract = contract;
        this.bodies = new FuzzBodies(contract);
        this.operations = operations;
    }

    /** At most so many, from each target in turn. */
    List<FuzzAttempt> choose(FuzzOperation operation, List<String> foreignIds, int most, Random random) {
        Map<String, List<FuzzAttempt>> byTarget = new LinkedHashMap<>();
        all(operation, foreignIds)
                .forEach(attempt -> byTarget.computeIfAbsent(attempt.target(), target -> new ArrayList<>())
                        .add(attempt));
        List<List<FuzzAttempt>> targets = new ArrayList<>(byTarget.values());
        targets.forEach(target -> Collections.shuffle(target, random));
        Collections.shuffle(targets, random);
        List<FuzzAttempt> chosen = new ArrayList<>();
        for (int round = 0; chosen.size() < most && !targets.isEmpty(); round++) {
            int index = round;
            targets.removeIf(target -> target.size() <= index);
            targets.stream().limit(most - chosen.size()).forEach(target -> chosen.add(target.get(index)));
        }
        return chosen;
    }

    /** How many things of it can be spoilt. */
    int targets(FuzzOperation operation) {
        return (int) all(operation, List.of()).stream()
                .map(FuzzAttempt::target)
                .distinct()
                .count();
    }

    private List<FuzzAttempt> all(FuzzOperation operation, List<String> foreignIds) {
        List<FuzzAttempt> attempts = new ArrayList<>();
        // A webhook is let in by its signature, and all shops of the test have the same secret.
        List<String> shut = operation.key().startsWith("POST /hooks/") ? List.of() : foreignIds;
        operation.parameters("path").forEach(parameter -> addPath(parameter, shut, attempts));
        operation.parameters("query").forEach(parameter -> addQuery(parameter, foreignIds, attempts));
        operation.parameters("header").forEach(parameter -> addHeader(parameter, attempts));
        addHeaders(operation, attempts);
        addMethods(operation, attempts);
        if (operation.takesJson()) {
            attempts.addAll(bodies.attempts(operation, foreignIds));
        } else if (operation.takesForm()) {
            attempts.addAll(forms.attempts());
        }
        return attempts;
    }

    private static void addPath(Parameter parameter, List<String> foreignIds, List<FuzzAttempt> attempts) {
        List<Value> values = new ArrayList<>(FuzzValues.ofParameter(parameter.schema()));
        foreignIds.forEach(id -> values.add(Value.wrong(id)));
        for (Value value : values) {
            FuzzAttempt attempt =
                    new FuzzAttempt("path " + parameter.name(), value, call -> call.at(parameter.name(), value.text()));
            boolean staysInPath = value.text().matches("[A-Za-z0-9 +_-]+");
            if (!value.text().isEmpty()) {
                attempts.add(staysInPath ? attempt : attempt.elsewhere());
            }
        }
    }

    private static void addQuery(Parameter parameter, List<String> foreignIds, List<FuzzAttempt> attempts) {
        String name = parameter.name();
        String target = "query " + name;
        List<Value> values = new ArrayList<>(FuzzValues.ofParameter(parameter.schema()));
        if (name.equals("after")) {
            CURSORS.forEach(cursor -> values.add(Value.of(cursor)));
        }
        if (FuzzValues.kindOf(parameter.schema()).equals("id")) {
            foreignIds.forEach(id -> values.add(Value.of(id)));
        }
        values.forEach(value -> attempts.add(new FuzzAttempt(target, value, call -> call.asking(name, value.text()))));
        attempts.add(new FuzzAttempt(target, Value.of("(missing)"), call -> call.asking(name, null)));
        for (Value value : values.subList(0, 2)) {
            attempts.add(
                    new FuzzAttempt(target, Value.of("(twice) " + value.text()), call -> call.asking(name, value.text())
                            .askingAlso(name, "1")));
        }
    }

    private static void addHeader(Parameter parameter, List<FuzzAttempt> attempts) {
        String name = parameter.name();
        boolean isVersion = name.equalsIgnoreCase("If-Match");
        for (String value : List.of(
                "abc",
                "\"",
                "\"1",
                "\"-1\"",
                "999999999999",
                "\"99999999999999999999\"",
                "\"\"",
                "\"\u00e9\"",
                "a".repeat(4000))) {
            attempts.add(new FuzzAttempt(name, new Value(value, isVersion), call -> call.with(name, value)));
        }
        for (String value : List.of("", " ", ",", "*,*", "W/\"0\"", "0", "-1", "1e9", "\u00b2")) {
            attempts.add(new FuzzAttempt(name, Value.of(value), call -> call.with(name, value)));
        }
        attempts.add(new FuzzAttempt(name, new Value("(missing)", isVersion), call -> call.with(name, null)));
    }

    private static void addHeaders(FuzzOperation operation, List<FuzzAttempt> attempts) {
        header(attempts, "Accept-Language", true, "*;q=2", "zh_CN");
        header(
                attempts,
                "Accept-Language",
                false,
                "zh-CN,zh;q=banana",
                "-",
                "en;q=",
                ",,,",
                "zh-Hans-CN-x-private,*;q=0");
        header(attempts, "Accept-Language", false, "xx-YY", "a".repeat(5000), "en,".repeat(900), "");
        header(attempts, "Accept", false, "nonsense", "application/xml", "*/*;q=2", "application/json;q=abc", "", "/");
        header(
                attempts,
                "Accept",
                false,
                "text/html",
                "application/json;v=9",
                ";;;",
                "image/*",
                "application/problem+json");
        header(attempts, "Range", false, "bytes=-1", "bytes=9-1", "lines=1");
        header(attempts, "If-None-Match", false, "*", "\"0\"", "garbage");
        header(attempts, "If-Modified-Since", false, "nonsense", "Thu, 01 Jan 1970 00:00:00 GMT", "0");
        header(attempts, "Cookie", false, "q_session=garbage", "a=b; ;;=", "q_session=" + "a".repeat(3000));
        header(attempts, "Origin", false, "null", "https://evil.example", "garbage");
        header(attempts, "Sec-Fetch-Site", false, "cross-site", "nonsense");
        header(attempts, "X-Forwarded-For", false, "::1", "a,b,c", "999.999.999.999");
        header(attempts, "X-Forwarded-Proto", false, "gopher", "");
        header(attempts, "Forwarded", false, "for=;;;", "garbage");
        header(attempts, "X-Request-Id", false, "a".repeat(3000), "<script>", "", "1");
        header(attempts, "X-HTTP-Method-Override", false, "DELETE");
        header(attempts, "Content-Encoding", false, "gzip", "nonsense");
        header(attempts, "TE", false, "trailers");
        if (operation.method().equals("POST")) {
            header(
                    attempts,
                    "Idempotency-Key",
                    false,
                    "",
                    " ",
                    "a",
                    "a".repeat(255),
                    "a".repeat(256),
                    "a".repeat(6000));
            header(attempts, "Idempotency-Key", false, "'", "\u00e9\u00fc", "%00", "{}", "same");
        }
        if (!operation.roles().isEmpty()) {
            for (String bearer : BEARERS) {
                attempts.add(new FuzzAttempt("Authorization", Value.wrong(bearer), call -> call.as(null)
                        .with("Authorization", bearer)));
            }
            attempts.add(new FuzzAttempt("Authorization", Value.wrong("(missing)"), call -> call.as(null)));
        }
    }

    private static void header(List<FuzzAttempt> attempts, String name, boolean isWrong, String... values) {
        for (String value : values) {
            attempts.add(new FuzzAttempt(name, new Value(value, isWrong), call -> call.with(name, value)));
        }
    }

    private void addMethods(FuzzOperation operation, List<FuzzAttempt> attempts) {
        List<String> known = operations.stream()
                .filter(other -> other.path().equals(operation.path()))
                .map(FuzzOperation::method)
                .toList();
        METHODS.stream()
                .filter(method -> !known.contains(method))
                .forEach(method -> attempts.add(
                        new FuzzAttempt("method", Value.wrong(method), call -> call.by(method)).elsewhere()));
        for (String method : List.of("HEAD", "OPTIONS")) {
            attempts.add(new FuzzAttempt("method", Value.of(method), call -> call.by(method)).elsewhere());
        }
    }
}
