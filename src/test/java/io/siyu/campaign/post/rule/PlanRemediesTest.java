package io.siyu.campaign.post.rule;

import io.siyu.buyer.Tier;
import io.siyu.content.ContentLine;
import io.siyu.content.PostRule;
import io.siyu.content.RuleViolation;
import io.siyu.platform.language.Language;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import static io.siyu.campaign.post.rule.Planned.message;
import static io.siyu.campaign.post.rule.Planned.moment;
import static org.assertj.core.api.Assertions.assertThat;

/** R11: each rule is a class of its own, and its message says what to do. */
class PlanRemediesTest {
    private static final Path SOURCES = Path.of("src/main/java/io/siyu");

    @Test
    void r11WhatPostsBreakTogetherIsToldWithItsRemedyInBothLanguages() {
        List<PlannedPost> posts = new ArrayList<>();
        for (String at : List.of("07:00", "08:00", "09:00", "10:00")) {
            posts.add(moment("2026-11-09T" + at, ContentLine.MARKETING, null));
        }
        for (int day = 0; day < 11; day++) {
            posts.add(message("2026-11-%02dT10:00".formatted(10 + day), Tier.VIP));
        }
        posts.add(message("2026-11-10T11:00", Tier.VIP));

        List<RuleViolation> found = Planned.checkAll(posts);

        assertThat(found)
                .extracting(RuleViolation::rule)
                .contains(
                        PostRule.MOMENTS_PER_DAY,
                        PostRule.MOMENT_SPACING,
                        PostRule.QUIET_HOURS,
                        PostRule.MARKETING_SHARE,
                        PostRule.MARKETING_SCENES,
                        PostRule.PRIVATE_PER_DAY,
                        PostRule.PRIVATE_PER_7_DAYS,
                        PostRule.PRIVATE_PER_30_DAYS);
        assertThat(found).allSatisfy(violation -> {
            assertThat(violation.message(Language.ENGLISH))
                    .as(violation.rule().name())
                    .contains(": ");
            assertThat(violation.message(Language.CHINESE))
                    .as(violation.rule().name())
                    .contains("：请");
        });
    }

    /** No class tells of two rules, but of a post without a fitting script; none is told of by nobody. */
    @Test
    void r11EachRuleIsAClassOfItsOwn() {
        Map<String, Set<PostRule>> byClass = rulesByClass();
        byClass.remove("ScriptChosenRule");

        assertThat(byClass)
                .allSatisfy((name, rules) -> assertThat(rules).as(name).hasSize(1));
        Set<PostRule> told = new TreeSet<>(Set.of(PostRule.SCRIPT_MISSING, PostRule.SCRIPT_KIND));
        byClass.values().forEach(told::addAll);
        assertThat(told).containsExactlyInAnyOrder(PostRule.values());
    }

    private static Map<String, Set<PostRule>> rulesByClass() {
        Map<String, Set<PostRule>> byClass = new TreeMap<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            files.filter(file -> file.getFileName().toString().endsWith("Rule.java"))
                    .forEach(file -> {
                        String text = read(file);
                        Arrays.stream(PostRule.values())
                                .filter(rule -> text.matches("(?s).*\\bPostRule\\." + rule + "\\b.*"))
                                .forEach(rule -> byClass.computeIfAbsent(
                                                file.getFileName().toString().replace(".java", ""),
                                                name -> new TreeSet<>())
                                        .add(rule));
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return byClass;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
