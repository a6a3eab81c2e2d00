package io.siyu.feedback.loop;

import io.siyu.campaign.CampaignRepository;
import io.siyu.content.material.MaterialRepository;
import io.siyu.content.material.MaterialService;
import io.siyu.content.script.Script;
import io.siyu.content.script.ScriptRepository;
import io.siyu.content.script.ScriptVersionRepository;
import io.siyu.feedback.Feedback;
import io.siyu.feedback.FeedbackAction;
import io.siyu.platform.ids.Id;
import io.siyu.platform.problem.Violation;
import io.siyu.staff.caller.Member;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks that what came of a feedback names its object, and that this is of the shop (R16); makes a material of praise. */
@ApplicationScoped
class FeedbackActions {
    private final ScriptRepository scripts;
    private final ScriptVersionRepository versions;
    private final MaterialRepository materials;
    private final MaterialService materialService;
    private final CampaignRepository campaigns;

    FeedbackActions(
            ScriptRepository scripts,
            ScriptVersionRepository versions,
            MaterialRepository materials,
            MaterialService materialService,
            CampaignRepository campaigns) {
        this.scripts = scripts;
        this.versions = versions;
        this.materials = materials;
        this.materialService = materialService;
        this.campaigns = campaigns;
    }

    /** @throws io.siyu.platform.problem.ProblemException 400 naming each object that is missing or not of the shop */
    FeedbackAction of(Member by, Feedback feedback, ActOnFeedbackRequest request) {
        long shopId = by.shopId();
        List<Violation> violations = new ArrayList<>();
        Integer scriptVersion = scriptVersion(shopId, request, violations);
        ShopThings.require(materials, shopId, request.materialId(), "materialId", violations);
        ShopThings.require(campaigns, shopId, request.campaignId(), "campaignId", violations);
        requireObject(request, violations);
        ShopThings.reject(violations);
        return new FeedbackAction(
                request.outcome(),
                request.reason(),
                request.answered(),
                ShopThings.valueOf(request.scriptId()),
                scriptVersion,
                request.newMaterial() == null
                        ? ShopThings.valueOf(request.materialId())
                        : Long.valueOf(make(by, feedback, request.newMaterial())),
                ShopThings.valueOf(request.campaignId()));
    }

    private static void requireObject(ActOnFeedbackRequest request, List<Violation> violations) {
        switch (request.outcome()) {
            case ANSWERED -> needed(request.answered(), "answer", "Say what was answered.", violations);
            case SCRIPT_REVISED -> needed(request.scriptId(), "scriptId", "Name the script.", violations);
            case CAMPAIGN_CHANGED -> needed(request.campaignId(), "campaignId", "Name the campaign.", violations);
            case BECAME_MATERIAL -> {
                if (request.newMaterial() == null) {
                    needed(
                            request.materialId(),
                            "materialId",
                            "Name the material, or send newMaterial to make one of the words.",
                            violations);
                } else if (request.materialId() != null) {
                    violations.add(new Violation("newMaterial", "OneOf", "Either name a material or make one."));
                }
            }
            case REJECTED -> {
                boolean isReasonless =
                        request.reason() == null || request.reason().isBlank();
                if (isReasonless) {
                    violations.add(new Violation("reason", "ReasonNeeded", "Say why it is rejected."));
                }
            }
        }
    }

    private static void needed(Object object, String field, String message, List<Violation> violations) {
        if (object == null) {
            violations.add(new Violation(field, "ObjectNeeded", message));
        }
    }

    /** The one that is named, or the newest. */
    private Integer scriptVersion(long shopId, ActOnFeedbackRequest request, List<Violation> violations) {
        if (request.scriptId() == null) {
            if (request.scriptVersion() != null) {
                violations.add(new Violation("scriptId", "ObjectNeeded", "A version is one of a script."));
            }
            return null;
        }
        Optional<Script> script = scripts.findIn(shopId, request.scriptId().value());
        if (script.isEmpty()) {
            violations.add(ShopThings.unknown("scriptId"));
            return null;
        }
        if (request.scriptVersion() == null) {
            return script.get().contentVersion();
        }
        boolean isThere = versions.findByNumber(shopId, script.get().id(), request.scriptVersion())
                .isPresent();
        if (!isThere) {
            violations.add(ShopThings.unknown("scriptVersion"));
        }
        return request.scriptVersion();
    }

    private long make(Member by, Feedback feedback, ActOnFeedbackRequest.NewMaterial wanted) {
        return materialService
                .keepWords(
                        by.shopId(),
                        wanted.title(),
                        feedback.text(),
                        "/feedback/" + Id.of(feedback.id()),
                        wanted.consentNote().strip(),
                        by.displayName())
                .id();
    }
}
