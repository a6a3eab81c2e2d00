package io.siyu.campaign.post;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.CampaignRepository;
import io.siyu.content.CopyVariable;
import io.siyu.content.script.preview.PreviewRequest;
import io.siyu.content.script.preview.PreviewValues;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.shop.Shop;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.Map;

/** Tells a preview what a campaign fills in. */
@ApplicationScoped
class CampaignPreview implements PreviewValues {
    private final CampaignRepository campaigns;

    CampaignPreview(CampaignRepository campaigns) {
        this.campaigns = campaigns;
    }

    @Override
    public Map<CopyVariable, String> of(Shop shop, PreviewRequest request) {
        if (request.campaignId() == null) {
            return Map.of();
        }
        Campaign campaign = campaigns
                .findIn(shop.id(), request.campaignId().value())
                .orElseThrow(() -> ErrorCode.VALIDATION_FAILED.problem(
                        "campaignId", "UnknownCampaign", "The shop has no such campaign."));
        return PostValues.of(shop, campaign);
    }
}
