package io.siyu.retrospective;

import io.siyu.campaign.Campaign;
import io.siyu.content.PostKind;
import io.siyu.retrospective.growth.GrowthQueries;
import io.siyu.retrospective.sales.AudienceMembers;
import io.siyu.retrospective.sales.Population;
import io.siyu.retrospective.sales.SalesTally;
import io.siyu.retrospective.sales.SalesWindow;
import io.siyu.retrospective.sales.WindowSales;
import io.siyu.retrospective.work.TaskFact;
import io.siyu.shop.Shop;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;
import java.util.Objects;

/** Puts together what a campaign came to. */
@ApplicationScoped
class CampaignFigures {
    private final CampaignWork work;
    private final WindowSales sales;
    private final AudienceMembers members;
    private final GrowthQueries growth;

    CampaignFigures(CampaignWork work, WindowSales sales, AudienceMembers members, GrowthQueries growth) {
        this.work = work;
        this.sales = sales;
        this.members = members;
        this.growth = growth;
    }

    Figures of(Shop shop, Campaign campaign) {
        long shopId = shop.id();
        long id = campaign.id();
        SalesWindow window = SalesWindow.of(campaign);
        List<TaskFact> tasks = work.listTasks(shopId, id);
        List<Long> accounts = accountsOf(tasks);
        List<PostKind> posts = work.listPosts(shopId, id);
        Population population = population(shop, window, id, posts, accounts);
        AudienceMembers.Count people = population instanceof Population.OfAccounts ofAccounts
                ? members.countOf(shopId, ofAccounts)
                : members.countFixed(shopId, id, window);
        SalesTally tally = sales.tally(shopId, id, window, population, people.ofMerged());
        return new Figures(
                window,
                posts,
                tasks,
                work.listRecipients(shopId, id),
                Basis.of(population),
                people,
                tally,
                growth.of(shop, accounts, window.from(), window.to()),
                work.breaches(shopId, id));
    }

    /** Whose orders count as the campaign's. */
    Population population(Shop shop, Campaign campaign, List<TaskFact> tasks) {
        return population(
                shop,
                SalesWindow.of(campaign),
                campaign.id(),
                work.listPosts(shop.id(), campaign.id()),
                accountsOf(tasks));
    }

    /** Who is held out sees what is published all the same: where nothing is private, nobody is compared. */
    private static Population population(
            Shop shop, SalesWindow window, long campaignId, List<PostKind> posts, List<Long> accounts) {
        boolean isPublic = !posts.isEmpty() && !posts.contains(PostKind.PRIVATE) && !accounts.isEmpty();
        return isPublic
                ? new Population.OfAccounts(accounts, window.begin(shop.zone()), window.end(shop.zone()))
                : new Population.Fixed(campaignId);
    }

    static List<Long> accountsOf(List<TaskFact> tasks) {
        return tasks.stream()
                .map(TaskFact::account)
                .filter(Objects::nonNull)
                .map(account -> account.id().value())
                .distinct()
                .toList();
    }
}
