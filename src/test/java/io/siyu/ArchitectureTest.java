package io.siyu;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.siyu.platform.idempotency.Idempotent;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(packages = "io.siyu", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule featuresFormNoCycles =
            slices().matching("io.siyu.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule platformKnowsNoFeature = noClasses()
            .that()
            .resideInAPackage("io.siyu.platform..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.siyu.shop..",
                    "io.siyu.staff..",
                    "io.siyu.order..",
                    "io.siyu.buyer..",
                    "io.siyu.follower..",
                    "io.siyu.cycle..",
                    "io.siyu.tier..",
                    "io.siyu.forecast..",
                    "io.siyu.campaign..",
                    "io.siyu.content..",
                    "io.siyu.task..",
                    "io.siyu.feedback..",
                    "io.siyu.retrospective..");

    @ArchTest
    static final ArchRule resourcesCallServicesAndNeverRepositories = noClasses()
            .that()
            .areAnnotatedWith(Path.class)
            .should()
            .dependOnClassesThat()
            .haveSimpleNameEndingWith("Repository");

    @ArchTest
    static final ArchRule resourcesOpenNoTransactions =
            noClasses().that().areAnnotatedWith(Path.class).should().beAnnotatedWith(Transactional.class);

    @ArchTest
    static final ArchRule resourcesAreNamedSo =
            classes().that().areAnnotatedWith(Path.class).should().haveSimpleNameEndingWith("Resource");

    @ArchTest
    static final ArchRule namesSaySomething =
            noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Manager|Common|Impl)");

    @ArchTest
    static final ArchRule allTimeComesFromTheClock = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    /** What makes nothing that could be made twice, or has a key of its own. */
    private static final Map<String, String> POSTS_WITHOUT_KEY = Map.ofEntries(
            Map.entry("BuyerResource.reveal", "a contact in clear is never kept, and each look at it is logged"),
            Map.entry("PostResource.check", "only reads"),
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
