package io.siyu.tables;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodReference;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.siyu.content.script.Script;
import io.siyu.platform.ids.ShopOwned;
import io.siyu.task.Task;
import io.siyu.task.TaskRepository;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
            .accessTargetWhere(DescribedPredicate.describe(
                    "makes or deletes a row by the entity manager",
                    access -> access.getTargetOwner().isAssignableTo(EntityManager.class)
                            && access.getTarget().getName().matches("persist|merge|remove")));

    /** Where it is named and not called, the code does not say of which repository it is. */
    @ArchTest
    static final ArchRule repositoriesAreCalledToMakeOrDeleteRows = noClasses()
            .should()
            .accessTargetWhere(DescribedPredicate.describe(
                    "names a repository's method without a call",
                    access -> access instanceof JavaMethodReference && makesOrDeletes(access.getTarget())));

    /** In a feature of its own, and without a call of its own. */
    private static final class Stranger {
        static void open(List<Task> tasks) {
            tasks.forEach(Task::open);
        }

        static void forget(List<Task> tasks, TaskRepository repository) {
            tasks.forEach(repository::delete);
        }
    }

    @ArchTest
    static void whatIsOnlyNamedIsFoundAsWell(JavaClasses classes) {
        JavaClasses strange = new ClassFileImporter()
                .importClasses(Stranger.class, Task.class, ShopOwned.class, TaskRepository.class);
        assertThatThrownBy(() -> entitiesAreChangedByTheirFeature.check(strange))
                .hasMessageContaining("Task.open()");
        assertThatThrownBy(() -> repositoriesAreCalledToMakeOrDeleteRows.check(strange))
                .hasMessageContaining(".delete(");
    }

    private static ArchCondition<JavaClass> useOnlyTheirOwn(String what, Predicate<AccessTarget> isMeant) {
        return new ArchCondition<>("use only their own feature's " + what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (JavaAccess<?> call : type.getCodeUnitAccessesFromSelf()) {
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
        return methodOf(target)
                .filter(method -> changes(method, new HashSet<>()))
                .isPresent();
    }

    private static Optional<JavaMethod> methodOf(AccessTarget target) {
        return target.resolveMember().filter(JavaMethod.class::isInstance).map(JavaMethod.class::cast);
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
                || method.getAccessesFromSelf().stream()
                        .flatMap(access -> methodOf(access.getTarget()).stream())
                        .anyMatch(named -> changes(named, seen));
    }

    private static boolean isPartOfARow(JavaClass type) {
        return type.isAnnotatedWith(Entity.class) || type.isAnnotatedWith(Embeddable.class);
    }

    private static String featureOf(JavaClass type) {
        return type.getPackageName().split("\\.")[2];
    }
}
