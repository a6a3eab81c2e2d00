package io.siyu.campaign;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/**
 * A campaign's posts, its reviews and its preparation know the campaign and the gates that they contribute; its way
 * from status to status knows none of them, and the campaign itself knows nobody. Each could be a package of its own.
 */
@AnalyzeClasses(packages = "io.siyu.campaign", importOptions = ImportOption.DoNotIncludeTests.class)
class CampaignRoomsTest {
    private static final String ITSELF = "campaign";

    private static final Map<String, String> ROOMS = rooms(Map.of(
            "post",
            "AnyPostService CampaignPost CampaignPostRepository CreateDailyPostRequest CreatePostRequest"
                    + " DailyPostService PlannedPost Playbook Playbooks PostChanged PostChecks PostEditing PostGate"
                    + " PostOccurrence PostOccurrences PostResource PostResponse PostRules PostService PostTerms"
                    + " PostValues ScriptGuard SequenceRequest SequenceService UpdatePostRequest",
            "gate",
            "Gate GateCode Unmet",
            "lifecycle",
            "CampaignClockService CampaignDueWork CampaignGates CampaignHistory GatesResponse LessonsGate"
                    + " LifecycleResource LifecycleService TermsGate TransitionRequest TransitionResponse",
            "review",
            "ApprovalGate CampaignObjection CampaignObjectionRepository CampaignReview CampaignReviewRepository"
                    + " JointReviewResource JointReviewService ObjectionRequest ObjectionResponse ResolutionRequest"
                    + " ReviewDecision ReviewRequest ReviewResponse",
            "preparation",
            "BriefingAcknowledgement BriefingAcknowledgementRepository BriefingRequest BriefingResponse"
                    + " CampaignBriefing CampaignBriefingRepository CampaignPreparation CampaignPreparationRepository Participants"
                    + " PreparationFacts PreparationGate PreparationItem PreparationRequest PreparationResource"
                    + " PreparationResponse PreparationService PreparationState"));

    @ArchTest
    static final ArchRule roomsFormNoCycles =
            slices().assignedFrom(new Rooms()).should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nobodyKnowsTheWayButForItsGates = noClasses()
            .that(new IsIn("post").or(new IsIn("review")).or(new IsIn("preparation")).or(new IsIn(ITSELF)))
            .should()
            .dependOnClassesThat(new IsIn("lifecycle"));

    @ArchTest
    static final ArchRule theCampaignItselfKnowsNoRoom = noClasses()
            .that(new IsIn(ITSELF))
            .should()
            .dependOnClassesThat(new IsIn("post")
                    .or(new IsIn("gate"))
                    .or(new IsIn("review"))
                    .or(new IsIn("preparation")));

    private static final class Rooms implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            String room = roomOf(type);
            return room.isEmpty() ? SliceIdentifier.ignore() : SliceIdentifier.of(room);
        }

        @Override
        public String getDescription() {
            return "rooms of a campaign";
        }
    }

    private static final class IsIn extends DescribedPredicate<JavaClass> {
        private final String room;

        IsIn(String room) {
            super("are in " + room);
            this.room = room;
        }

        @Override
        public boolean test(JavaClass type) {
            return roomOf(type).equals(room);
        }
    }

    /** Empty outside the feature's own folder. */
    private static String roomOf(JavaClass type) {
        if (!type.getPackageName().equals("io.siyu.campaign")) {
            return "";
        }
        String outermost = type.getName().substring(type.getPackageName().length() + 1).split("[$_]", 2)[0];
        return ROOMS.getOrDefault(outermost, ITSELF);
    }

    private static Map<String, String> rooms(Map<String, String> namesByRoom) {
        Map<String, String> rooms = new TreeMap<>();
        namesByRoom.forEach((room, names) -> Arrays.stream(names.split(" ")).forEach(name -> rooms.put(name, room)));
        return rooms;
    }
}
