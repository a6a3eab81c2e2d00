package io.siyu.demo;

import io.quarkus.arc.profile.IfBuildProfile;
import io.siyu.campaign.plan.CampaignPlanService;
import io.siyu.campaign.plan.PlanRequest;
import io.siyu.order.upload.ImportStatus;
import io.siyu.order.upload.OrderImportResponse;
import io.siyu.order.upload.OrderImportService;
import io.siyu.platform.embedded.EmbeddedUsers;
import io.siyu.platform.ids.Id;
import io.siyu.platform.language.Language;
import io.siyu.platform.security.Role;
import io.siyu.platform.sql.InSteps;
import io.siyu.shop.CreateShopRequest;
import io.siyu.shop.Platform;
import io.siyu.shop.Shop;
import io.siyu.shop.ShopRepository;
import io.siyu.shop.ShopService;
import io.siyu.staff.AccountKind;
import io.siyu.staff.Staff;
import io.siyu.staff.account.AccountService;
import io.siyu.staff.account.CreateAccountRequest;
import io.siyu.staff.caller.Member;
import io.siyu.staff.member.CreateStaffRequest;
import io.siyu.staff.member.StaffService;
import org.jboss.logging.Logger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A shop to look at, made of real orders. Not in the packaged application. */
@InSteps
@IfBuildProfile(anyOf = {"dev", "test"})
@ApplicationScoped
class DemoShop {
    static final String NAME = "示例店铺";
    private static final Logger LOG = Logger.getLogger(DemoShop.class);
    private static final long LOOK_MILLIS = 200;
    private static final int MOST_LOOKS = 1500;
    private static final int PLANNED_DAYS = 90;

    /** As many as a campaign needs to be prepared. */
    private static final int LEAD_DAYS = 8;

    private final ShopService shops;
    private final ShopRepository shopRepository;
    private final StaffService staff;
    private final AccountService accounts;
    private final OrderImportService imports;
    private final DemoFollowers followers;
    private final CampaignPlanService plans;
    private final EmbeddedUsers users;
    private final Clock clock;

    DemoShop(
            ShopService shops,
            ShopRepository shopRepository,
            StaffService staff,
            AccountService accounts,
            OrderImportService imports,
            DemoFollowers followers,
            CampaignPlanService plans,
            EmbeddedUsers users,
            Clock clock) {
        this.shops = shops;
        this.shopRepository = shopRepository;
        this.staff = staff;
        this.accounts = accounts;
        this.imports = imports;
        this.followers = followers;
        this.plans = plans;
        this.users = users;
        this.clock = clock;
    }

    @Transactional
    boolean isDatabaseEmpty() {
        return shopRepository.count() == 0;
    }

    /** The shop with its people and accounts, still without orders. */
    @Transactional
    Shop found() {
        Shop shop = shops.found(
                new CreateShopRequest(NAME, Platform.TAOBAO, null, null, null, null, null), users.loginOf("admin"));
        staff.invite(shop.id(), new CreateStaffRequest("marketer", "运营小林", List.of(Role.MARKETER)));
        staff.invite(shop.id(), new CreateStaffRequest("integration", "订单对接", List.of(Role.INTEGRATION)));
        Id first = hire(shop, "staff1", "客服小陈");
        Id second = hire(shop, "staff2", "客服小周");
        open(shop, "小雅", first, second, "二十七岁，爱布置家的选品师，说话温柔，常分享家里的一角");
        open(shop, "阿杰", first, second, "三十岁，懂材质和做工的产品经理，说话实在，只讲用得上的");
        open(shop, "暖暖", second, first, "两个孩子的妈妈，会挑礼物，常晒孩子的手工");
        open(shop, "老周", second, first, "店主本人，开店八年，记得住老客的喜好");
        return shop;
    }

    /** Imports the orders as an upload, waits for them, and makes followers of some buyers. */
    void fill(Shop shop, Path orders) throws IOException {
        Path moved = Files.createTempFile("demo-orders", ".csv");
        try {
            Files.write(moved, DemoFile.movedTo(Files.readAllBytes(orders), clock.instant(), shop.zone()));
            OrderImportResponse job = imports.queue(new OrderImportService.Upload(
                    shop.id(), moved, orders.getFileName().toString(), "taobao", false, "admin"));
            if (isDone(shop, job)) {
                followers.arrange(shop);
                plan(shop);
                LOG.infof("The demo shop %s is ready", NAME);
            }
        } finally {
            Files.deleteIfExists(moved);
        }
    }

    /** Drafts from the rhythm of the demo's own orders. */
    private void plan(Shop shop) {
        Staff marketer = staff.find(shop.id(), "marketer");
        Member member =
                new Member(shop, marketer.id(), marketer.username(), marketer.displayName(), Set.of(Role.MARKETER));
        LocalDate today = shop.today(clock);
        plans.plan(member, PlanRequest.accepting(today.plusDays(LEAD_DAYS), today.plusDays(PLANNED_DAYS)));
    }

    private boolean isDone(Shop shop, OrderImportResponse job) {
        for (int look = 0; look < MOST_LOOKS; look++) {
            ImportStatus status = imports.find(Set.of(shop.id()), job.id().value(), Language.ENGLISH)
                    .status();
            if (status == ImportStatus.DONE || status == ImportStatus.FAILED) {
                return status == ImportStatus.DONE;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS));
        }
        return false;
    }

    private Id hire(Shop shop, String username, String displayName) {
        return Id.of(staff.invite(shop.id(), new CreateStaffRequest(username, displayName, List.of(Role.STAFF)))
                .id());
    }

    private void open(Shop shop, String name, Id owner, Id backup, String persona) {
        accounts.open(
                shop.id(),
                new CreateAccountRequest(name, AccountKind.WECHAT, owner, persona, null, null, null, backup));
    }
}
