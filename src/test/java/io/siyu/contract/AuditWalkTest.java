package io.siyu.contract;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.siyu.contract.Contract.Operation;
import io.siyu.platform.audit.Audited;
import io.siyu.platform.security.Role;
import io.siyu.support.Database;
import org.junit.jupiter.api.Test;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Walks through every operation of the contract that an admin or a marketer changes something by: it is kept in the audit
 * trail, or it stands here with a reason why not. That one which is to be kept really is, is seen to in every test that
 * calls it: {@code siyu.audit.strict} fails what succeeds without a word.
 */
@QuarkusTest
@QuarkusTestResource(Database.class)
class AuditWalkTest {
    private static final String PREFIX = "/api/v1";
    private static final java.nio.file.Path MESSAGES =
            java.nio.file.Path.of("src/main/resources/web/app/audit/messages.ts");

    /** What is read, but leaves the shop as a file. */
    private static final Set<String> EXPORTS = Set.of(
            "GET /buyers/{id}/export", "GET /shops/{shop}/buyers.csv", "GET /shops/{shop}/repurchase-cycle/buyers.csv");

    private static final String CHANGES_NOTHING = "changes nothing";
    private static final String OWN_HISTORY = "the thing keeps each of its steps with who and when, for all to see";
    private static final String VERSIONS = "each version is kept with who wrote it";
    private static final String DRAFT = "a draft; what becomes of it is kept as its transitions";
    private static final String JOB = "the job keeps who asked for it, or stopped it";
    private static final String WORK = "daily work of staff, kept with the follower or task";

    private static final Map<String, String> NOT_KEPT = Map.ofEntries(
            Map.entry("POST /campaigns/{campaign}/checks", CHANGES_NOTHING),
            Map.entry("POST /scripts/{script}/checks", CHANGES_NOTHING),
            Map.entry("POST /scripts/{script}/previews", CHANGES_NOTHING),
            Map.entry("POST /shops/{shop}/segments/preview", CHANGES_NOTHING),
            Map.entry("POST /shops/{shop}/tier-policy/preview", CHANGES_NOTHING),
            Map.entry("POST /shops/{shop}/campaigns", DRAFT),
            Map.entry("PATCH /campaigns/{campaign}", DRAFT),
            Map.entry("POST /campaigns/{campaign}/repetitions", DRAFT),
            Map.entry("POST /shops/{shop}/campaign-plans", "makes drafts, each with who planned it"),
            Map.entry("POST /campaigns/{campaign}/briefings", OWN_HISTORY),
            Map.entry("POST /campaigns/{campaign}/briefings/{round}/acknowledgements", OWN_HISTORY),
            Map.entry("POST /campaigns/{campaign}/briefings/{round}/questions", OWN_HISTORY),
            Map.entry("PUT /campaigns/{campaign}/briefings/{round}/questions/{question}/answer", OWN_HISTORY),
            Map.entry("POST /campaigns/{campaign}/comments", OWN_HISTORY),
            Map.entry("POST /campaigns/{campaign}/objections", OWN_HISTORY),
            Map.entry("PUT /campaigns/{campaign}/objections/{objection}/resolution", OWN_HISTORY),
            Map.entry("POST /campaigns/{campaign}/preparations", OWN_HISTORY),
            Map.entry("POST /campaigns/{campaign}/reviews", OWN_HISTORY),
            Map.entry("PUT /campaigns/{campaign}/retrospective/lessons", OWN_HISTORY),
            Map.entry("POST /shops/{shop}/feedback", OWN_HISTORY),
            Map.entry("PATCH /feedback/{feedback}", OWN_HISTORY),
            Map.entry("PUT /feedback/{feedback}/action", OWN_HISTORY),
            Map.entry("PUT /feedback/{feedback}/confirmation", OWN_HISTORY),
            Map.entry("PUT /feedback/{feedback}/reopening", OWN_HISTORY),
            Map.entry("PUT /feedback/{feedback}/triage", OWN_HISTORY),
            Map.entry("PATCH /followers/{follower}", WORK),
            Map.entry("POST /task-claims", WORK),
            Map.entry("PUT /tasks/{task}/claim", WORK),
            Map.entry("DELETE /tasks/{task}/claim", WORK),
            Map.entry("PUT /tasks/{task}/completion", WORK),
            Map.entry("PUT /tasks/{task}/handover", WORK),
            Map.entry("POST /tasks/{task}/recipients", WORK),
            Map.entry("PUT /tasks/{task}/recipients/{follower}", WORK),
            Map.entry("PUT /tasks/{task}/skip", WORK),
            Map.entry("PUT /tasks/{task}/snooze", WORK),
            Map.entry("PUT /tasks/{task}/undoing", WORK),
            Map.entry("PUT /tasks/{task}/result", WORK),
            Map.entry("POST /shops/{shop}/follower-distributions", JOB),
            Map.entry("PUT /follower-distributions/{id}/cancellation", JOB),
            Map.entry("POST /shops/{shop}/scripts", VERSIONS),
            Map.entry("PATCH /scripts/{script}", VERSIONS),
            Map.entry("POST /shops/{shop}/materials", "adds a file, which nothing takes away"),
            Map.entry("POST /shops/{shop}/segments", "a saved filter; whom it reaches is told by campaigns"),
            Map.entry("PATCH /segments/{segment}", "a saved filter; whom it reaches is told by campaigns"),
            Map.entry("DELETE /segments/{segment}", "a saved filter; whom it reaches is told by campaigns"),
            Map.entry("POST /shops/{shop}/order-imports", JOB),
            Map.entry("POST /shops/{shop}/figure-rebuilds", JOB),
            Map.entry("POST /shops/{shop}/forecast-fits", JOB),
            Map.entry("POST /shops/{shop}/orders", "facts of the platform, not decisions"),
            Map.entry("PUT /hook-deliveries/{id}/retry", "facts of the platform, not decisions"),
            Map.entry("PUT /dev/clock", "not in the packaged application"),
            Map.entry("DELETE /dev/clock", "not in the packaged application"));

    @Inject
    @Any
    BeanManager beans;

    @Test
    void whatAdminsAndMarketersChangeIsKeptOrHasAReason() {
        Set<String> changes = Contract.served().operations().stream()
                .filter(operation -> operation.path().startsWith(PREFIX))
                .filter(AuditWalkTest::isOfThem)
                .map(AuditWalkTest::nameOf)
                .filter(name -> !name.startsWith("GET ") || EXPORTS.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> accounted = new TreeSet<>(NOT_KEPT.keySet());
        accounted.addAll(audited().keySet());

        assertThat(changes).isSubsetOf(accounted);
        assertThat(NOT_KEPT.keySet())
                .isSubsetOf(changes)
                .doesNotContainAnyElementsOf(audited().keySet());
        assertThat(audited().keySet()).isSubsetOf(changes);
        assertThat(changes).containsAll(EXPORTS);
    }

    @Test
    void wordsNameAThingAndAVerb() {
        assertThat(audited().values()).allMatch(word -> word.matches("[a-z]+(-[a-z]+)*\\.[a-z]+(-[a-z]+)*"));
        assertThat(audited().values()).allMatch(word -> word.length() <= 40);
    }

    @Test
    void theConsoleHasWordsForEachAct() throws IOException {
        String messages = Files.readString(MESSAGES);
        assertThat(audited().values()).allMatch(word -> messages.contains("'act." + word + "': ["));
    }

    private static boolean isOfThem(Operation operation) {
        return operation.roles().contains(Role.ADMIN) || operation.roles().contains(Role.MARKETER);
    }

    private static String nameOf(Operation operation) {
        return operation.method().toUpperCase() + " " + operation.path().substring(PREFIX.length());
    }

    /** The words by operation, as the code has them. */
    private Map<String, String> audited() {
        Map<String, String> words = new TreeMap<>();
        for (Bean<?> bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
            Path root = bean.getBeanClass().getAnnotation(Path.class);
            if (root != null) {
                words.putAll(wordsOf(bean.getBeanClass(), root.value()));
            }
        }
        return words;
    }

    private static Map<String, String> wordsOf(Class<?> resource, String root) {
        Map<String, String> words = new HashMap<>();
        for (Method method : resource.getDeclaredMethods()) {
            Audited audited = method.getAnnotation(Audited.class);
            if (audited != null) {
                Path path = method.getAnnotation(Path.class);
                String whole = ("/" + root + "/" + (path == null ? "" : path.value())).replaceAll("/+", "/");
                words.put(
                        methodOf(method) + " " + (whole.endsWith("/") ? whole.substring(0, whole.length() - 1) : whole),
                        audited.value());
            }
        }
        return words;
    }

    private static String methodOf(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .filter(type -> type.isAnnotationPresent(HttpMethod.class))
                .map(type -> type.getAnnotation(HttpMethod.class).value())
                .findFirst()
                .orElseThrow();
    }
}
