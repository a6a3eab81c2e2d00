package io.siyu.staff;

import io.quarkus.security.identity.SecurityIdentity;
import io.siyu.platform.ids.Id;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.shop.Shop;
import io.siyu.shop.ShopRepository;

import jakarta.enterprise.context.RequestScoped;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Who asks, and in which shops that person works. */
@RequestScoped
public class Caller {
    private final SecurityIdentity identity;
    private final MembershipRepository memberships;
    private final StaffRepository staff;
    private final ShopRepository shops;
    private Map<Long, Long> staffIds;

    public Caller(
            SecurityIdentity identity, MembershipRepository memberships, StaffRepository staff, ShopRepository shops) {
        this.identity = identity;
        this.memberships = memberships;
        this.staff = staff;
        this.shops = shops;
    }

    public String username() {
        return identity.getPrincipal().getName();
    }

    /** The roles of the login, whatever the shop. */
    public Set<String> roles() {
        return identity.getRoles();
    }

    /** The caller's shops and the caller's staff id in each. */
    public Map<Long, Long> staffIds() {
        if (staffIds == null) {
            staffIds = memberships.listOf(username()).stream()
                    .collect(
                            Collectors.toMap(Membership::shopId, Membership::staffId, (a, b) -> a, LinkedHashMap::new));
        }
        return staffIds;
    }

    public Set<Long> shopIds() {
        return staffIds().keySet();
    }

    /** @throws io.siyu.platform.problem.ProblemException 404 if the caller is no member, as if there were no such shop */
    public Member member(long shopId) {
        Long staffId = staffIds().get(shopId);
        if (staffId == null) {
            throw noSuchShop();
        }
        Shop shop = shops.findByIdOptional(shopId).orElseThrow(Caller::noSuchShop);
        Staff self = staff.findIn(shopId, staffId).orElseThrow(Caller::noSuchShop);
        return memberOf(shop, self);
    }

    /** The caller as a member of each shop, read for all shops at once. */
    public List<Member> members() {
        if (shopIds().isEmpty()) {
            return List.of();
        }
        Map<Long, Shop> byId =
                shops.list("id in ?1", shopIds()).stream().collect(Collectors.toMap(Shop::id, Function.identity()));
        return staff.listOf(username(), shopIds()).stream()
                .filter(self -> byId.containsKey(self.shopId()))
                .map(self -> memberOf(byId.get(self.shopId()), self))
                .toList();
    }

    private Member memberOf(Shop shop, Staff self) {
        Set<String> effective = self.roles().stream().filter(roles()::contains).collect(Collectors.toUnmodifiableSet());
        return new Member(shop, self.id(), self.username(), self.displayName(), effective);
    }

    public Member member(Id shop) {
        return member(shop.value());
    }

    /**
     * The caller as a member who has at least one of these roles in the shop.
     *
     * @throws io.siyu.platform.problem.ProblemException 404 if no member, 403 without the role in this shop
     */
    public Member require(long shopId, String... anyOf) {
        Member member = member(shopId);
        if (List.of(anyOf).stream().noneMatch(member::has)) {
            throw ErrorCode.FORBIDDEN.problem("Your role in this shop does not allow this.");
        }
        return member;
    }

    public Member require(Id shop, String... anyOf) {
        return require(shop.value(), anyOf);
    }

    private static RuntimeException noSuchShop() {
        return ErrorCode.NOT_FOUND.problem("There is no such shop, or you do not work in it.");
    }
}
