package io.siyu.feedback;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.CampaignRepository;
import io.siyu.platform.security.Role;
import io.siyu.staff.Staff;
import io.siyu.staff.StaffRepository;
import io.siyu.staff.StaffStatus;

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

    /**
     * In the transaction in which the feedback becomes theirs.
     *
     * @param subject null for what is about nothing in particular
     */
    public Optional<Long> ownerOf(long shopId, FeedbackSubject subject) {
        return makerOf(shopId, subject == null ? null : subject.campaignId()).or(() -> {
            List<Staff> members = staff.listPresent(shopId);
            return firstWith(members, Role.MARKETER).or(() -> firstWith(members, Role.ADMIN));
        });
    }

    /** Whether the shop has somebody else who could say how a report ends. */
    public boolean hasOtherThan(long shopId, long staffId) {
        return staff.listPresent(shopId).stream()
                .anyMatch(member -> member.id() != staffId && member.status() == StaffStatus.ACTIVE && mayEnd(member));
    }

    private static boolean mayEnd(Staff member) {
        return member.effectiveRoles().contains(Role.MARKETER)
                || member.effectiveRoles().contains(Role.ADMIN);
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
                .filter(member -> member.effectiveRoles().contains(role))
                .flatMap(member -> staff.lockWorking(member.shopId(), member.id()).stream())
                .findFirst();
    }
}
