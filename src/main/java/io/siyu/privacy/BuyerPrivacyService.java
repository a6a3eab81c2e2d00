package io.siyu.privacy;

import io.siyu.buyer.BuyerPortraitResponse;
import io.siyu.buyer.BuyerService;
import io.siyu.buyer.BuyersChanged;
import io.siyu.buyer.TiersOutdated;
import io.siyu.buyer.person.BuyerErasure;
import io.siyu.buyer.person.MergedBuyers;
import io.siyu.buyer.person.OptOuts;
import io.siyu.buyer.person.PersonReader;
import io.siyu.buyer.person.PrivacyEventKind;
import io.siyu.buyer.person.PrivacyEvents;
import io.siyu.buyer.reveal.ContactReveals;
import io.siyu.buyer.reveal.RevealKind;
import io.siyu.order.write.ShopWriteLock;
import io.siyu.platform.audit.Act;
import io.siyu.platform.audit.AuditTrail;
import io.siyu.platform.ids.Id;
import io.siyu.platform.privacy.person.PersonFacts;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.sql.Contention;
import io.siyu.privacy.erasure.ErasureResponse;
import io.siyu.privacy.erasure.ErasureSearch;
import io.siyu.privacy.export.BuyerExport;
import io.siyu.staff.caller.Member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.ws.rs.core.StreamingOutput;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;

/** What a person may ask for: all that is known, to be left alone, to be forgotten. */
@ApplicationScoped
public class BuyerPrivacyService {
    private static final String BUYER = "buyer";

    private final BuyerService buyers;
    private final OptOuts optOuts;
    private final BuyerErasure erasure;
    private final ErasureSearch search;
    private final PersonReader people;
    private final MergedBuyers merged;
    private final PrivacyEvents events;
    private final BuyerExport export;
    private final ShopWriteLock writeLock;
    private final Event<BuyersChanged> buyersChanged;
    private final Event<TiersOutdated> tiersOutdated;
    private final AuditTrail audit;
    private final ContactReveals reveals;
    private final Clock clock;

    BuyerPrivacyService(
            BuyerService buyers,
            OptOuts optOuts,
            BuyerErasure erasure,
            ErasureSearch search,
            PersonReader people,
            MergedBuyers merged,
            PrivacyEvents events,
            BuyerExport export,
            ShopWriteLock writeLock,
            Event<BuyersChanged> buyersChanged,
            Event<TiersOutdated> tiersOutdated,
            AuditTrail audit,
            ContactReveals reveals,
            Clock clock) {
        this.reveals = reveals;
        this.audit = audit;
        this.buyers = buyers;
        this.optOuts = optOuts;
        this.erasure = erasure;
        this.search = search;
        this.people = people;
        this.merged = merged;
        this.events = events;
        this.export = export;
        this.writeLock = writeLock;
        this.buyersChanged = buyersChanged;
        this.tiersOutdated = tiersOutdated;
        this.clock = clock;
    }

    /** Logged like every other look at a contact, and as what it is. */
    public StreamingOutput export(Member member, long id) {
        long shopId = member.shopId();
        long buyer = seen(member, id).buyer().id().value();
        Contention.inTransaction(() -> {
            Instant now = clock.instant();
            reveals.add(member, buyer, RevealKind.EXPORT);
            audit.record(Act.on(shopId, BUYER, buyer));
            events.add(shopId, buyer, new PrivacyEvents.Event(PrivacyEventKind.EXPORT, null, member.staffId(), now));
            return null;
        });
        return output -> export.write(shopId, buyer, output);
    }

    /**
     * For good. Saying it again changes nothing.
     *
     * @throws io.siyu.platform.problem.ProblemException 404 for a buyer whom the member does not see, 409 for one who was
     *     erased: nobody knows who it was
     */
    public OptOutResponse optOut(Member member, long id, OptOutRequest request) {
        return optOut(member, request.reason().strip(), () -> seen(member, id));
    }

    /**
     * The same told by who was writing to the person, whoever's follower that is by now.
     *
     * @param reason null where none was given
     */
    public void recordOptOut(Member by, long id, String reason) {
        optOut(by, reason, () -> buyers.portrait(by.shopId(), id, null));
    }

    private OptOutResponse optOut(Member member, String reason, Supplier<BuyerPortraitResponse> person) {
        long shopId = member.shopId();
        return Contention.inTransaction(() -> {
            // A merge on its way would leave it with the one of the two who goes.
            writeLock.lock(shopId);
            BuyerPortraitResponse buyer = person.get();
            if (buyer.buyer().erasedAt() != null) {
                throw ErrorCode.STATE_CONFLICT.problem("id", "Erased", "This buyer was erased.");
            }
            long buyerId = buyer.buyer().id().value();
            audit.record(Act.on(shopId, BUYER, buyerId)
                    .from(Map.of("optedOut", buyer.buyer().optedOut()))
                    .to(Map.of("optedOut", true)));
            optOuts.record(shopId, buyerId, reason, member.staffId(), clock.instant());
            PrivacyEvents.Event event =
                    events.findLatest(shopId, buyerId, PrivacyEventKind.OPT_OUT).orElseThrow();
            return new OptOutResponse(Id.of(buyerId), event.at(), Id.ofNullable(event.staffId()), event.reason());
        });
    }

    /**
     * Erasing again changes nothing. When it returns, nothing tells any more who the buyer was; texts that name the person
     * are looked for after that.
     */
    public void erase(Member member, long id) {
        long shopId = member.shopId();
        boolean isErased = Contention.inTransaction(() -> {
            writeLock.lock(shopId);
            BuyerPortraitResponse buyer = seen(member, id);
            if (buyer.buyer().erasedAt() != null) {
                audit.nothingChanged();
                return false;
            }
            audit.record(Act.on(shopId, BUYER, buyer.buyer().id().value()));
            long buyerId = buyer.buyer().id().value();
            Instant now = clock.instant();
            PersonFacts facts = people.read(shopId, merged.of(shopId, buyerId));
            search.request(shopId, buyerId, facts, now);
            erasure.erase(shopId, buyerId, facts, member.staffId(), now);
            tiersOutdated.fire(new TiersOutdated(shopId));
            return true;
        });
        if (isErased) {
            buyersChanged.fire(new BuyersChanged(shopId));
        }
    }

    /** How far the erasure of a buyer is. */
    public ErasureResponse erasure(Member member, long id) {
        return search.status(member.shopId(), seen(member, id).buyer().id().value());
    }

    private BuyerPortraitResponse seen(Member member, long id) {
        return buyers.portrait(member.shopId(), id, member.isOnlyStaff() ? member.staffId() : null);
    }
}
