package io.siyu.tables;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.siyu.content.script.Script;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

/** Rows that are entities are made, changed and deleted by the feature that they belong to and by no other. */
@AnalyzeClasses(packages = "io.siyu", importOptions = ImportOption.DoNotIncludeTests.class)
class EntityWritersTest {
    @ArchTest
    static final ArchRule entitiesAreMadeAndDeletedByTheirFeature = classes()
            .that()
            .resideInAPackage("io.siyu.*..")
            .should(useOnlyTheirOwn("repositories to make or delete rows", EntityWritersTest::makesOrDeletes));

    @ArchTest
    static final ArchRule entitiesAreChangedByTheirFeature = classes()
            .that()
            .resideInAPackage("io.siyu.*..")
            .should(useOnlyTheirOwn("verbs of entities", EntityWritersTest::changes));

    @ArchTest
    static void whatChangesARowIsKnown(JavaClasses classes) {
        JavaClass script = classes.get(Script.class);
        assertThat(script.getMethods().stream()
                        .filter(method -> changes(method, new HashSet<>()))
                        .map(JavaMethod::getName))
                .contains("rewrite", "comeFromPlaybook")
                .doesNotContain("title", "content");
    }

    /** By a repository it shows whose row it is. */
    @ArchTest
    static final ArchRule entitiesAreMadeByRepositories = noClasses()
            .should()
            .callMethod(EntityManager.class, "persist", Object.class)
            .orShould()
            .callMethod(EntityManager.class, "merge", Object.class)
            .orShould()
            .callMethod(EntityManager.class, "remove", Object.class);

    private static ArchCondition<JavaClass> useOnlyTheirOwn(String what, Predicate<AccessTarget> isMeant) {
        return new ArchCondition<>("use only their own feature's " + what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (JavaAccess<?> call : type.getMethodCallsFromSelf()) {
                    JavaClass target = call.getTargetOwner();
                    if (target.getPackageName().startsWith("io.siyu.")
                            && !featureOf(target).equals(featureOf(type))
                            && isMeant.test(call.getTarget())) {
                        events.add(SimpleConditionEvent.violated(call, call.getDescription()));
                    }
                }
            }
        };
    }

    private static boolean makesOrDeletes(AccessTarget target) {
        return target.getOwner().isAssignableTo(PanacheRepositoryBase.class)
                && target.getName().matches("(persist|delete|update).*");
    }

    private static boolean changes(AccessTarget target) {
        return target.resolveMember()
                .filter(JavaMethod.class::isInstance)
                .map(JavaMethod.class::cast)
                .filter(method -> changes(method, new HashSet<>()))
                .isPresent();
    }

    /** Whether it sets a field of an entity, or has another method of one do it. */
    private static boolean changes(JavaMethod method, Set<JavaMethod> seen) {
        if (!isPartOfARow(method.getOwner())
                || method.getModifiers().contains(JavaModifier.STATIC)
                || !seen.add(method)) {
            return false;
        }
        boolean sets = method.getFieldAccesses().stream()
                .anyMatch(access -> access.getAccessType() == JavaFieldAccess.AccessType.SET
                        && isPartOfARow(access.getTargetOwner()));
        return sets
                || method.getMethodCallsFromSelf().stream()
                        .flatMap(call -> call.getTarget().resolveMember().stream())
                        .anyMatch(called -> changes(called, seen));
    }

    private static boolean isPartOfARow(JavaClass type) {
        return type.isAnnotatedWith(Entity.class) || type.isAnnotatedWith(Embeddable.class);
    }

    private static String featureOf(JavaClass type) {
        return type.getPackageName().split("\\.")[2];
    }
}
