package io.siyu.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Holds an answer against what must be true of all of them. */
final class FuzzJudge {
    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final int CHANCES = 3;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What tells a stranger how it is made: SQL, names of classes and packages, stacks. */
    private static final Pattern INSIDES = Pattern.compile(
            "\\b(java|javax|jakarta)\\.[a-z]+\\.|\\b(org|io|com)\\.(hibernate|jboss|siyu|quarkus|vertx|netty|smallrye"
                    + "|mysql|mariadb|fasterxml|mchange|agroal)\\b|\\b\\w+Exception\\b|SQLSTATE|\\bSQL (syntax|error)"
                    + "|\\bSELECT\\b.+\\bFROM\\b|\\bINSERT INTO\\b|\\bUPDATE \\w+ SET\\b|\\bat [\\w$.]+\\(\\w+\\.java"
                    + "|\\b(Hibernate|Quarkus|Jackson|RESTEasy|Vert\\.x|Netty|MariaDB|MySQL)\\b|\\.java:\\d+");

    private final FuzzContract contract;
    private final FuzzClient client;
    private final FuzzFindings findings;

    FuzzJudge(FuzzContract contract, FuzzClient client, FuzzFindings findings) {
        this.contract = contract;
        this.client = client;
        this.findings = findings;
    }

    void judge(FuzzAttempt attempt, FuzzCall call, FuzzAnswer answer) {
        FuzzOperation operation = call.operation();
        if (answer.status() == 0) {
            find("no answer", operation, attempt, answer);
            return;
        }
        if (answer.status() >= 500) {
            find("5xx", operation, attempt, answer);
        }
        if (answer.status() == 429) {
            find("throttled, so not tried", operation, attempt, answer);
        }
        if (attempt.isWrong() && answer.isSuccess()) {
            find("taken silently", operation, attempt, answer);
        }
        if (!call.method().equals("HEAD")) {
            judgeBody(attempt, operation, answer);
        }
        if (answer.took().compareTo(LONGEST) > 0) {
            judgeSlowness(attempt, call, answer);
        }
    }

    private void judgeBody(FuzzAttempt attempt, FuzzOperation operation, FuzzAnswer answer) {
        Matcher insides = INSIDES.matcher(answer.body());
        if (insides.find()) {
            find("insides shown (" + insides.group() + ")", operation, attempt, answer);
        }
        if (answer.status() >= 400 && !answer.isProblem()) {
            find("no problem+json", operation, attempt, answer);
            return;
        }
        if (answer.status() >= 400) {
            String flaw = flawOf(answer);
            if (flaw != null) {
                find("misshapen problem", operation, attempt, flaw + ": " + answer);
            }
        }
        if (attempt.staysOperation() && answer.status() != 304) {
            List<String> misfits = contract.misfits(operation, answer);
            if (!misfits.isEmpty()) {
                find("against the contract", operation, attempt, misfits + ": " + answer);
            }
        }
    }

    /** Only what is slow each time, with nobody else about, is slow. */
    private void judgeSlowness(FuzzAttempt attempt, FuzzCall call, FuzzAnswer answer) {
        FuzzAnswer again = answer;
        for (int chance = 0; chance < CHANCES; chance++) {
            again = client.sendAlone(call);
            if (again.took().compareTo(LONGEST) <= 0) {
                return;
            }
        }
        find("slow", call.operation(), attempt, answer.took() + ", alone " + again.took() + ": " + answer);
    }

    private static String flawOf(FuzzAnswer answer) {
        try {
            JsonNode problem = JSON.readTree(answer.body());
            for (String field : List.of("type", "title", "detail", "code")) {
                if (!problem.path(field).isTextual()
                        || problem.path(field).asText().isBlank()) {
                    return "no " + field;
                }
            }
            if (problem.path("status").asInt() != answer.status()) {
                return "another status";
            }
            if (!problem.path("violations").isArray()) {
                return "no violations";
            }
            for (JsonNode violation : problem.path("violations")) {
                if (!violation.path("field").isTextual()
                        || !violation.path("code").isTextual()
                        || !violation.path("message").isTextual()) {
                    return "an incomplete violation";
                }
            }
            return null;
        } catch (JsonProcessingException e) {
            return "no JSON";
        }
    }

    private void find(String kind, FuzzOperation operation, FuzzAttempt attempt, Object answer) {
        findings.add(kind, operation, attempt.toString(), answer);
    }
}
