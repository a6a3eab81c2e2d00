package io.siyu;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.Path;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
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
}
