package io.siyu.follower.audience;

import io.siyu.campaign.Campaign;
import io.siyu.platform.sql.InLists;
import io.siyu.platform.sql.Sql;
import io.siyu.platform.sql.SqlFragment;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which lists of private messages fixed audiences come to: for whoever makes work of them. */
@ApplicationScoped
public class AudienceLists {
    private final Sql sql;

    AudienceLists(Sql sql) {
        this.sql = sql;
    }

    /** A post that somebody on an account gets. */
    public record PostOnAccount(long postId, long accountId) {}

    /**
     * Those of a campaign's post that have somebody on them. One account after the other is looked at until somebody is found
     * there: to look at everybody who gets the post takes longer than a request waits.
     */
    public Set<PostOnAccount> ofPost(long shopId, long campaignId, long postId) {
        return new HashSet<>(sql.list(
                "SELECT x.account_id FROM (SELECT account_id FROM campaign_audience WHERE shop_id = ?"
                        + " AND campaign_id = ? AND state = 'INCLUDED' GROUP BY account_id) x"
                        + " WHERE (SELECT STRAIGHT_JOIN 1 FROM campaign_audience a"
                        + " FORCE INDEX (campaign_audience_state) JOIN campaign_audience_variant v"
                        + " ON v.shop_id = a.shop_id AND v.campaign_id = a.campaign_id"
                        + " AND v.follower_id = a.follower_id AND v.post_id = ? WHERE a.shop_id = ?"
                        + " AND a.campaign_id = ? AND a.state = 'INCLUDED' AND a.account_id = x.account_id LIMIT 1) = 1",
                row -> new PostOnAccount(postId, row.longAt("account_id")),
                shopId,
                campaignId,
                postId,
                shopId,
                campaignId));
    }

    /** Those that these followers are on, of campaigns that are READY or under way. */
    public Set<PostOnAccount> ofFollowers(long shopId, Collection<Long> followers) {
        Set<PostOnAccount> lists = new HashSet<>();
        for (List<Long> some : InLists.of(followers)) {
            lists.addAll(sql.list(
                    "SELECT DISTINCT v.post_id, a.account_id FROM campaign_audience_variant v"
                            + " JOIN campaign_audience a ON a.shop_id = v.shop_id AND a.campaign_id = v.campaign_id"
                            + " AND a.follower_id = v.follower_id AND a.state = 'INCLUDED'"
                            + " JOIN campaign c ON c.shop_id = v.shop_id AND c.id = v.campaign_id"
                            + " AND c.status IN ('READY', 'RUNNING', 'PAUSED')"
                            + " JOIN follower f ON f.shop_id = v.shop_id AND f.id = v.follower_id"
                            + " AND f.status = 'ADDED' AND f.account_id = a.account_id"
                            + " WHERE v.shop_id = ? AND v.follower_id IN (" + Sql.places(some.size()) + ")",
                    row -> new PostOnAccount(row.longAt("post_id"), row.longAt("account_id")),
                    InLists.params(some, shopId)));
        }
        return lists;
    }

    /** That no campaign holds a follower {@code f} out on a day: who is, gets nothing in private until its window is over. */
    public static SqlFragment isNotHeldOutOn(LocalDate day) {
        return SqlFragment.of(
                "NOT EXISTS (SELECT 1 FROM campaign_audience h JOIN campaign c ON c.shop_id = h.shop_id"
                        + " AND c.id = h.campaign_id AND c.status IN ('READY', 'RUNNING', 'PAUSED', 'ENDED')"
                        + " AND c.start_day <= ? AND ADDDATE(c.start_day, c.days - 1 + " + Campaign.SALES_DAYS_AFTER
                        + ") >= ? WHERE h.shop_id = f.shop_id AND h.follower_id = f.id AND h.state = 'HELD_OUT')",
                day,
                day);
    }
}
