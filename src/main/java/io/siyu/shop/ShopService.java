package io.siyu.shop;

import io.quarkus.arc.All;
import io.siyu.platform.audit.Act;
import io.siyu.platform.audit.AuditTrail;
import io.siyu.platform.http.ETags;
import io.siyu.platform.paging.Cursor;
import io.siyu.platform.paging.Page;
import io.siyu.platform.paging.PageRequest;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.security.Login;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** Shops and what they work by. */
@ApplicationScoped
public class ShopService {
    private static final String THING = "shop";

    private final ShopRepository shops;
    private final Event<ShopFounded> founded;
    private final Event<ShopMoved> moved;
    private final List<ShopSetting> settings;
    private final AuditTrail audit;
    private final Clock clock;

    public ShopService(
            ShopRepository shops,
            Event<ShopFounded> founded,
            Event<ShopMoved> moved,
            @All List<ShopSetting> settings,
            AuditTrail audit,
            Clock clock) {
        this.shops = shops;
        this.founded = founded;
        this.moved = moved;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public Shop found(CreateShopRequest request, Login founder) {
        Shop shop = new Shop(
                request.name().strip(),
                Objects.requireNonNullElse(request.platform(), Platform.OTHER),
                clock.instant());
        ShopTerms.apply(UpdateShopRequest.of(request), shop, settings);
        shops.persist(shop);
        shops.flush();
        founded.fire(new ShopFounded(shop, founder));
        audit.record(Act.on(shop.id(), THING, shop.id()).to(ShopResponse.from(shop)));
        return shop;
    }

    @Transactional
    public ShopResponse update(long id, String ifMatch, UpdateShopRequest request) {
        Shop shop = shops.findByIdOptional(id).orElseThrow(() -> ErrorCode.NOT_FOUND.problem("There is no such shop."));
        ETags.requireMatch(ifMatch, shop.version());
        ShopResponse before = ShopResponse.from(shop);
        ZoneId zone = shop.zone();
        ShopTerms.apply(request, shop, settings);
        shops.flush();
        if (!shop.zone().equals(zone)) {
            moved.fire(new ShopMoved(shop, zone));
        }
        ShopResponse after = ShopResponse.from(shop);
        audit.record(Act.on(id, THING, id).from(before).to(after));
        return after;
    }

    public Page<ShopResponse> list(Collection<Long> ids, PageRequest page) {
        long after = page.cursor(1).map(c -> c.longAt(0)).orElse(0L);
        List<Shop> rows = shops.listAmong(ids, after, page.rowsToRead());
        return Page.of(rows, page.limit(), s -> Cursor.of(s.id())).map(ShopResponse::from);
    }
}
