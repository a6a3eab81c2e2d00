package io.siyu.buyer;

import io.quarkus.arc.All;
import io.siyu.buyer.match.BuyerLookUp;
import io.siyu.buyer.match.Contacts;
import io.siyu.buyer.match.IdentityKind;
import io.siyu.buyer.standing.ShopStanding;
import io.siyu.buyer.standing.ShopStandings;
import io.siyu.platform.ids.Id;
import io.siyu.platform.paging.Cursor;
import io.siyu.platform.paging.Page;
import io.siyu.platform.paging.PageRequest;
import io.siyu.platform.problem.ErrorCode;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Shows buyers. */
@ApplicationScoped
public class BuyerService {
    private static final int LONGEST_QUERY = 190;

    private final BuyerRepository buyers;
    private final BuyerLookUp lookUp;
    private final PortraitRepository portraits;
    private final List<PortraitSection> sections;
    private final ShopStandings standings;
    private final BuyerConditions conditions;

    BuyerService(
            BuyerRepository buyers,
            BuyerLookUp lookUp,
            PortraitRepository portraits,
            @All List<PortraitSection> sections,
            ShopStandings standings,
            BuyerConditions conditions) {
        this.buyers = buyers;
        this.lookUp = lookUp;
        this.portraits = portraits;
        this.sections = sections;
        this.standings = standings;
        this.conditions = conditions;
    }

    /**
     * Which buyers are asked for; what is null leaves that side open.
     *
     * @param query the beginning of a platform id, or a whole phone number or e-mail address
     * @param segment in which saved segment
     * @param filter in the language of segments
     */
    public record Search(Tier tier, String query, Id segment, String filter) {}

    /**
     * The shop's buyers.
     *
     * @param ownerStaffId only followers of this person's accounts, null for all buyers
     */
    @Transactional
    public Page<BuyerResponse> list(long shopId, Search search, Long ownerStaffId, PageRequest page) {
        String query = search.query();
        String wanted = query == null || query.isBlank() ? null : query.strip();
        if (wanted != null && wanted.length() > LONGEST_QUERY) {
            throw ErrorCode.VALIDATION_FAILED.problem("q", "Size", "At most " + LONGEST_QUERY + " characters.");
        }
        ShopStanding standing = standings.find(shopId);
        BuyerFilter filter = new BuyerFilter(
                shopId, search.tier(), wanted, ownerStaffId, conditions.of(shopId, search.segment(), search.filter()));
        if (wanted == null) {
            long after = page.cursor(1).map(c -> c.longAt(0)).orElse(0L);
            List<Buyer> rows = buyers.listAfter(filter, after, page.rowsToRead());
            return Page.of(rows, page.limit(), b -> Cursor.of(b.id()))
                    .map(buyer -> BuyerResponse.from(buyer, standing));
        }
        List<Buyer> reached = buyers.listAmong(filter, byContact(shopId, wanted));
        if (!reached.isEmpty()) {
            return new Page<>(reached, null).map(buyer -> BuyerResponse.from(buyer, standing));
        }
        Cursor after = page.cursor(2).orElse(Cursor.of("", 0));
        List<Buyer> rows = buyers.listByPlatformId(filter, after.textAt(0), after.longAt(1), page.rowsToRead());
        return Page.of(rows, page.limit(), b -> Cursor.of(b.platformId(), b.id()))
                .map(buyer -> BuyerResponse.from(buyer, standing));
    }

    /** @throws io.siyu.platform.problem.ProblemException 404 for a buyer of none of these shops */
    @Transactional
    public long shopOf(Collection<Long> shopIds, long id) {
        return buyers.findInAny(shopIds, id)
                .orElseThrow(BuyerService::noSuchBuyer)
                .shopId();
    }

    /**
     * One buyer with follower, tags and history.
     *
     * @param ownerStaffId if given, the buyer is seen only on this person's accounts
     * @throws io.siyu.platform.problem.ProblemException 404 for a buyer who may not be seen
     */
    @Transactional
    public BuyerPortraitResponse portrait(long shopId, long id, Long ownerStaffId) {
        Buyer buyer = buyers.findInAny(List.of(shopId), id).orElseThrow(BuyerService::noSuchBuyer);
        if (ownerStaffId != null && !buyers.isOnAccountOf(buyer, ownerStaffId)) {
            throw noSuchBuyer();
        }
        BuyerPortraitResponse portrait = BuyerPortraitResponse.of(
                BuyerResponse.from(buyer, standings.find(shopId)), buyer, portraits.listMerges(buyer));
        for (PortraitSection section : sections) {
            portrait = section.addTo(portrait);
        }
        return portrait;
    }

    private Set<Long> byContact(long shopId, String query) {
        Set<Long> ids = new LinkedHashSet<>();
        String phone = Contacts.phone(query);
        if (phone != null) {
            ids.addAll(lookUp.findByKey(shopId, IdentityKind.PHONE, phone));
        }
        String email = Contacts.email(query);
        if (email != null) {
            ids.addAll(lookUp.findByKey(shopId, IdentityKind.EMAIL, email));
        }
        return ids;
    }

    public static RuntimeException noSuchBuyer() {
        return ErrorCode.NOT_FOUND.problem("There is no such buyer.");
    }
}
