package io.siyu.staff.caller;

import io.quarkus.security.identity.SecurityIdentity;
import io.siyu.platform.idempotency.JudgedShops;
import io.siyu.platform.ids.Id;
import io.siyu.platform.ids.ShopOwned;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.security.Login;
import io.siyu.platform.security.Logins;
import io.siyu.platform.security.Role;
import io.siyu.shop.Shop;
import io.siyu.shop.ShopRepository;
import io.siyu.staff.SeenLogin;
import io.siyu.staff.Staff;
import io.siyu.staff.StaffRepository;

import jakarta.enterprise.context.RequestScoped;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Who asks, and in which shops that person works. A role counts where three give it: the login, the membership in the
 * shop in question, and the operation that is called. Every way from here to a shop goes through that check, and no shop
 * is told of before it.
 */
@RequestScoped
public class Caller implements JudgedShops {
    private final SecurityIdentity identity;
    private final Logins logins;
    private final MembershipService memberships;
    private final StaffRepository staff;
    private final ShopRepository shops;
    private final LoginRoleService loginRoles;
    private final Map<Long, Member> members = new HashMap<>();
    private Login login;
    private Map<Long, Long> staffIds;
    private Set<String> declared;
    private boolean isRemembered;

    Caller(
            SecurityIdentity identity,
            Logins logins,
            MembershipService memberships,
            StaffRepository staff,
            ShopRepository shops,
            LoginRoleService loginRoles) {
        this.identity = identity;
        this.logins = logins;
        this.memberships = memberships;
        this.staff = staff;
        this.shops = shops;
        this.loginRoles = loginRoles;
    }

    /** @throws io.siyu.platform.problem.ProblemException 401 for a token that does not say for good whose it is */
    public Login login() {
        if (login == null) {
            login = logins.of(identity);
        }
        return login;
    }

    String username() {
        return login().username();
    }

    /** What the token gives to the called operation, to be judged again later without it. */
    public Credentials credentials() {
        Set<String> given = roles().stream().filter(declared::contains).collect(Collectors.toUnmodifiableSet());
        return new Credentials(login(), given, logins.endOf(identity));
    }

    /** The roles of the login, whatever the shop. */
    Set<String> roles() {
        return identity.getRoles();
    }

    /** @param roles those that the called operation declares */
    void actBy(Set<String> roles) {
        declared = roles;
    }

    /**
     * The caller as a member who has one of the operation's roles in the shop.
     *
     * @throws io.siyu.platform.problem.ProblemException 404 if the caller is no member, as if there were no such shop;
     *     403 without any of the roles there
     */
    public Member member(long shopId) {
        Member member = members.get(shopId);
        if (member == null) {
            member = readMember(shopId);
            members.put(shopId, member);
        }
        if (member.roles().isEmpty()) {
            throw ErrorCode.FORBIDDEN.problem("Your role in this shop does not allow this.");
        }
        return member;
    }

    public Member member(Id shop) {
        return member(shop.value());
    }

    /** Whoever was judged before a body came, which takes as long as its sender likes, is judged by what holds now. */
    void judgeAgain() {
        List<Long> judged = List.copyOf(members.keySet());
        members.clear();
        staffIds = null;
        judged.forEach(this::member);
    }

    @Override
    public void judge(long shopId) {
        member(shopId);
    }

    @Override
    public Set<Long> shopIds() {
        return Set.copyOf(members.keySet());
    }

    /** The caller in each shop where one of the operation's roles is the caller's, read for all shops at once. */
    public List<Member> members() {
        Map<Long, Long> mine = staffIds();
        if (mine.isEmpty()) {
            return List.of();
        }
        Map<Long, Shop> byId =
                shops.list("id in ?1", mine.keySet()).stream().collect(Collectors.toMap(Shop::id, Function.identity()));
        List<Member> judged = staff.listAmong(mine.keySet(), mine.values()).stream()
                .filter(self -> byId.containsKey(self.shopId()))
                .map(self -> memberOf(byId.get(self.shopId()), self))
                .filter(member -> !member.roles().isEmpty())
                .toList();
        judged.forEach(member -> members.putIfAbsent(member.shopId(), member));
        return judged;
    }

    /**
     * Looks a thing up in all shops where the caller works, and judges the caller in the one where it is.
     *
     * @param lookUp given the ids of the shops, finds the thing or throws that there is none
     * @throws io.siyu.platform.problem.ProblemException 403 without any of the operation's roles in the thing's shop
     */
    public <T> Found<T> find(Function<Collection<Long>, T> lookUp, Function<T, Id> shopOf) {
        T thing = lookUp.apply(staffIds().keySet());
        return new Found<>(member(shopOf.apply(thing)), thing);
    }

    public <T extends ShopOwned> Found<T> find(Function<Collection<Long>, T> lookUp) {
        return find(lookUp, thing -> Id.of(thing.shopId()));
    }

    /** The caller's shops and the caller's staff id in each. */
    private Map<Long, Long> staffIds() {
        if (staffIds == null) {
            staffIds = memberships.staffIdsOf(login());
        }
        return staffIds;
    }

    private Member readMember(long shopId) {
        Long staffId = staffIds().get(shopId);
        if (staffId == null) {
            throw noSuchShop();
        }
        Shop shop = shops.findByIdOptional(shopId).orElseThrow(Caller::noSuchShop);
        Staff self = staff.findIn(shopId, staffId).orElseThrow(Caller::noSuchShop);
        return memberOf(shop, self);
    }

    private Member memberOf(Shop shop, Staff self) {
        if (declared == null) {
            throw new IllegalStateException("An operation that works with shops has to declare its roles");
        }
        rememberRoles(self);
        Set<String> effective = self.roles().stream()
                .filter(roles()::contains)
                .filter(declared::contains)
                .collect(Collectors.toUnmodifiableSet());
        return new Member(shop, self.id(), self.username(), self.displayName(), effective);
    }

    private void rememberRoles(Staff self) {
        if (isRemembered) {
            return;
        }
        SeenLogin seen = new SeenLogin(
                login(),
                roles().stream().filter(Role.ALL::contains).collect(Collectors.toUnmodifiableSet()),
                logins.issuedAt(identity));
        if (self.isSeenOtherwise(seen)) {
            isRemembered = true;
            loginRoles.remember(seen);
        }
    }

    private static RuntimeException noSuchShop() {
        return ErrorCode.NOT_FOUND.problem("There is no such shop, or you do not work in it.");
    }
}
