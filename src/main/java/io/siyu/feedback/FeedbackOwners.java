package io.siyu.feedback;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.CampaignRepository;
import io.siyu.platform.security.Role;
import io.siyu.staff.Staff;
import io.siyu.staff.StaffRepository;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;
import java.util.Optional;

/** Who answers for a feedback when nobody has been named: who made the campaign, else a marketer, else an admin. */
@ApplicationScoped
public class FeedbackOwners {
    private final CampaignRepository campaigns;
    private final StaffRepository staff;

    public FeedbackOwners(CampaignRepository campaigns, StaffRepository staff) {
        this.campaigns = campaigns;
        this.staff = staff;
    }

    /** In the transaction in which the feedback becomes theirs. */
    Optional<Long> ownerOf(long shopId, FeedbackSubject subject) {
        return makerOf(shopId, subject.campaignId()).or(() -> {
            List<Staff> members = staff.listPresent(shopId);
            return firstWith(members, Role.MARKETER).or(() -> firstWith(members, Role.ADMIN));
        });
    }

    private Optional<Long> makerOf(long shopId, Long campaignId) {
        return Optional.ofNullable(campaignId)
                .flatMap(id -> campaigns.findIn(shopId, id))
                .map(Campaign::createdBy)
                .flatMap(username -> staff.findByUsername(shopId, username))
                .flatMap(maker -> staff.lockWorking(shopId, maker.id()));
    }

    private Optional<Long> firstWith(List<Staff> members, String role) {
        return members.stream()
                .filter(member -> member.roles().contains(role))
                .flatMap(member -> staff.lockWorking(member.shopId(), member.id()).stream())
                .findFirst();
    }
}
