package io.siyu.task.work;

import io.siyu.campaign.CampaignRepository;
import io.siyu.platform.ids.Id;
import io.siyu.platform.ids.ShopOwnedRepository;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.staff.AccountRepository;
import io.siyu.staff.StaffRepository;

import jakarta.enterprise.context.ApplicationScoped;

/** Whether what a bulk action names is the shop's: else it would quietly be about no task at all. */
@ApplicationScoped
class BulkSubjects {
    private final CampaignRepository campaigns;
    private final AccountRepository accounts;
    private final StaffRepository staff;

    BulkSubjects(CampaignRepository campaigns, AccountRepository accounts, StaffRepository staff) {
        this.campaigns = campaigns;
        this.accounts = accounts;
        this.staff = staff;
    }

    /** @throws io.siyu.platform.problem.ProblemException 400 naming the first that is not */
    void requireIn(long shopId, TaskBulkRequest request) {
        require(staff, shopId, request.staffId(), "staffId");
        if (request.filter() != null) {
            require(campaigns, shopId, request.filter().campaign(), "filter.campaign");
            require(accounts, shopId, request.filter().account(), "filter.account");
            require(staff, shopId, request.filter().staff(), "filter.staff");
        }
    }

    private static void require(ShopOwnedRepository<?> in, long shopId, Id id, String field) {
        if (id != null && in.findIn(shopId, id.value()).isEmpty()) {
            throw ErrorCode.VALIDATION_FAILED.problem(field, "NotOfTheShop", "The shop has none of this id.");
        }
    }
}
