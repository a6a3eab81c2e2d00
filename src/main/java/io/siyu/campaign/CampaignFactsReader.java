package io.siyu.campaign;

import io.siyu.content.RuleViolation;
import io.siyu.platform.ids.Id;
import io.siyu.platform.security.Role;
import io.siyu.shop.Shop;
import io.siyu.staff.Account;
import io.siyu.staff.AccountRepository;
import io.siyu.staff.Staff;
import io.siyu.staff.StaffRepository;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Gathers what the gates look at. */
@ApplicationScoped
public class CampaignFactsReader {
    private static final Set<String> REVIEWERS = Set.of(Role.ADMIN, Role.MARKETER, Role.STAFF);

    private final CampaignPostRepository posts;
    private final CampaignReviewRepository reviews;
    private final CampaignObjectionRepository objections;
    private final CampaignPreparationRepository preparations;
    private final CampaignBriefingRepository briefings;
    private final BriefingAcknowledgementRepository acknowledgements;
    private final StaffRepository staff;
    private final AccountRepository accounts;
    private final PostChecks checks;

    public CampaignFactsReader(
            CampaignPostRepository posts,
            CampaignReviewRepository reviews,
            CampaignObjectionRepository objections,
            CampaignPreparationRepository preparations,
            CampaignBriefingRepository briefings,
            BriefingAcknowledgementRepository acknowledgements,
            StaffRepository staff,
            AccountRepository accounts,
            PostChecks checks) {
        this.posts = posts;
        this.reviews = reviews;
        this.objections = objections;
        this.preparations = preparations;
        this.briefings = briefings;
        this.acknowledgements = acknowledgements;
        this.staff = staff;
        this.accounts = accounts;
        this.checks = checks;
    }

    CampaignFacts read(Shop shop, Campaign campaign) {
        long shopId = campaign.shopId();
        long id = campaign.id();
        List<CampaignPost> campaignPosts = posts.listOf(shopId, id);
        List<RuleViolation> broken = checks.check(shop, campaign, campaignPosts);
        List<Staff> members = staff.listPresent(shopId);
        return new CampaignFacts(
                campaign,
                campaignPosts.stream().map(CampaignPost::dayNo).collect(Collectors.toSet()),
                broken,
                (int) members.stream().filter(CampaignFactsReader::mayReview).count(),
                reviews.listOf(shopId, id),
                objections.listOf(shopId, id),
                preparations.listOf(shopId, id),
                briefings.listOf(shopId, id),
                acknowledgements.listOf(shopId, id),
                participants(campaign, members),
                shop.zone());
    }

    /** The owners of the campaign's accounts, in the order of their names. */
    Map<Long, String> participants(Campaign campaign, List<Staff> members) {
        Collection<Id> wanted = campaign.audience().accounts();
        Set<Long> owners = accounts.listActive(campaign.shopId()).stream()
                .filter(account -> wanted.isEmpty() || wanted.contains(Id.of(account.id())))
                .map(Account::ownerStaffId)
                .collect(Collectors.toSet());
        return members.stream()
                .filter(member -> owners.contains(member.id()))
                .collect(Collectors.toMap(Staff::id, Staff::displayName, (a, b) -> a, TreeMap::new));
    }

    private static boolean mayReview(Staff member) {
        return member.effectiveRoles().stream().anyMatch(REVIEWERS::contains);
    }
}
