package io.siyu;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.siyu.platform.idempotency.Idempotent;
import io.siyu.platform.sql.Contention;
import io.siyu.platform.sql.InSteps;
import io.siyu.platform.sql.OneTransaction;
import io.siyu.platform.time.DueWork;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Map;
import java.util.function.Supplier;

import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

@AnalyzeClasses(packages = "io.siyu", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule featuresFormNoCycles =
            slices().matching("io.siyu.(*)..").should().beFreeOfCycles();

    /** A room may use the feature's root and rooms below it; what it is used by must not be used by it. */
    @ArchTest
    static final ArchRule roomsFormNoCycles =
            slices().matching("io.siyu.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule platformKnowsNoFeature = noClasses()
            .that()
            .resideInAPackage("io.siyu.platform..")
            .should()
            .dependOnClassesThat(JavaClass.Predicates.resideInAPackage("io.siyu..")
                    .and(JavaClass.Predicates.resideOutsideOfPackage("io.siyu.platform..")));

    @ArchTest
    static final ArchRule featuresUseOnlyWhatStandsBelow = classes()
            .that()
            .resideInAPackage("io.siyu.*..")
            .should(new ArchCondition<>("use only features of lower floors") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    String feature = featureOf(type);
                    type.getDirectDependenciesFromSelf().stream()
                            .filter(use -> use.getTargetClass().getPackageName().startsWith("io.siyu."))
                            .filter(use -> !featureOf(use.getTargetClass()).equals(feature))
                            .filter(use -> floorOf(featureOf(use.getTargetClass())) >= floorOf(feature))
                            .forEach(use -> events.add(violated(use, use.getDescription())));
                }
            });

    private static String featureOf(JavaClass type) {
        return type.getPackageName().split("\\.")[2];
    }

    private static int floorOf(String feature) {
        return Floors.of(feature);
    }

    @ArchTest
    static final ArchRule resourcesCallServicesAndNeverRepositories = noClasses()
            .that()
            .areAnnotatedWith(Path.class)
            .should()
            .dependOnClassesThat()
            .haveSimpleNameEndingWith("Repository");

    /** Whatever else writes does so in its caller's transaction. */
    @ArchTest
    static final ArchRule transactionsAreOpenedByServicesDueWorkAndWhatGoesInSteps = classes()
            .that()
            .resideOutsideOfPackage("io.siyu.platform..")
            .should(new ArchCondition<>("open transactions only as services, due work or work in steps") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    if (mayOpenTransactions(outermost(type))) {
                        return;
                    }
                    type.getAccessesFromSelf().stream()
                            .filter(access -> opensTransaction(access.getTarget()))
                            .forEach(access -> events.add(violated(access, access.getDescription())));
                    if (type.isAnnotatedWith(Transactional.class)
                            || type.getMethods().stream().anyMatch(m -> m.isAnnotatedWith(Transactional.class))) {
                        events.add(violated(type, type.getName() + " is @Transactional"));
                    }
                }
            });

    private static boolean mayOpenTransactions(JavaClass type) {
        return type.getSimpleName().endsWith("Service")
                || type.isAssignableTo(DueWork.class)
                || type.isAnnotatedWith(InSteps.class);
    }

    private static boolean opensTransaction(AccessTarget target) {
        return target.getOwner().isEquivalentTo(QuarkusTransaction.class)
                || target.getOwner().isEquivalentTo(Contention.class)
                        && target.getName().equals("inTransaction")
                || target.getOwner().isEquivalentTo(OneTransaction.class)
                        && target.getName().equals("run");
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
    }

    @ArchTest
    static final ArchRule resourcesAreNamedSo =
            classes().that().areAnnotatedWith(Path.class).should().haveSimpleNameEndingWith("Resource");

    @ArchTest
    static final ArchRule namesSaySomething =
            noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Manager|Common|Impl)");

    /** Who makes the clock, or measures by the clock of somebody else. */
    private static final Map<String, String> BY_REAL_TIME = Map.of(
            "ClockProducer", "makes the clock",
            "EmbeddedClock", "makes one that a developer can set",
            "Credentials", "login servers do not know what the clock was set to");

    @ArchTest
    static final ArchRule allTimeComesFromTheClock = noClasses()
            .that(DescribedPredicate.describe(
                    "are no known exception", type -> !BY_REAL_TIME.containsKey(type.getSimpleName())))
            .should()
            .accessTargetWhere(DescribedPredicate.describe(
                    "reads the machine's clock", access -> readsTheMachinesClock(access.getTarget())));

    @ArchTest
    static void noReadingOfTheMachinesClockIsOverlooked(JavaClasses classes) {
        JavaClass reading = new ClassFileImporter().importClass(Reading.class);
        assertThat(reading.getMethods())
                .filteredOn(method -> method.getAccessesFromSelf().stream()
                        .anyMatch(access -> readsTheMachinesClock(access.getTarget())))
                .extracting(JavaMethod::getName)
                .containsExactlyInAnyOrder("named", "inAZone", "ofItsOwn");
    }

    private static final class Reading {
        static Supplier<Instant> named() {
            return Instant::now;
        }

        static LocalDate inAZone() {
            return LocalDate.now(ZoneOffset.UTC);
        }

        static Clock ofItsOwn() {
            return Clock.systemUTC();
        }

        static Instant byTheClock(Clock clock) {
            return Instant.now(clock);
        }
    }

    private static boolean readsTheMachinesClock(AccessTarget target) {
        if (!(target instanceof AccessTarget.CodeUnitAccessTarget unit)) {
            return false;
        }
        JavaClass owner = unit.getOwner();
        if (owner.isEquivalentTo(Clock.class)) {
            return unit.getName().startsWith("system");
        }
        return owner.getPackageName().startsWith("java.time")
                        && unit.getName().equals("now")
                        && unit.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class))
                || owner.isEquivalentTo(System.class) && unit.getName().equals("currentTimeMillis")
                || owner.isEquivalentTo(Date.class)
                        && unit.getName().equals(JavaConstructor.CONSTRUCTOR_NAME)
                        && unit.getRawParameterTypes().isEmpty();
    }

    /** What makes nothing that could be made twice, or has a key of its own. */
    private static final Map<String, String> POSTS_WITHOUT_KEY = Map.ofEntries(
            Map.entry(
                    "ContactRevealResource.reveal", "a contact in clear is never kept, and each look at it is logged"),
            Map.entry("PostResource.check", "only reads"),
            Map.entry("ScriptPreviewResource.preview", "only reads"),
            Map.entry("ScriptResource.check", "only reads"),
            Map.entry("SegmentResource.preview", "only reads"),
            Map.entry("TierPolicyResource.preview", "only reads"),
            Map.entry("HookResource.receive", "the platform's delivery id is the key"),
            Map.entry("DevResource.token", "development's login; makes nothing"));

    @ArchTest
    static final ArchRule whatIsPostedIsDoneOnce = methods()
            .that()
            .areAnnotatedWith(POST.class)
            .and(DescribedPredicate.describe(
                    "are no known exception", method -> !POSTS_WITHOUT_KEY.containsKey(nameOf(method))))
            .should()
            .beAnnotatedWith(Idempotent.class);

    @ArchTest
    static final ArchRule exceptionsFromThatAreThere = methods()
            .that(DescribedPredicate.describe(
                    "are an exception", method -> POSTS_WITHOUT_KEY.containsKey(nameOf(method))))
            .should()
            .beAnnotatedWith(POST.class)
            .andShould()
            .notBeAnnotatedWith(Idempotent.class);

    private static String nameOf(JavaMethod method) {
        return method.getOwner().getSimpleName() + "." + method.getName();
    }
}
