package io.siyu.buyer;

import io.siyu.platform.ids.Id;
import io.siyu.platform.paging.Page;
import io.siyu.platform.paging.PageRequest;
import io.siyu.platform.security.Role;
import io.siyu.staff.caller.Caller;
import io.siyu.staff.caller.Member;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

@Path("/")
@Tag(name = "buyers")
public class BuyerResource {
    private final BuyerService service;
    private final Caller caller;

    public BuyerResource(BuyerService service, Caller caller) {
        this.service = service;
        this.caller = caller;
    }

    @GET
    @Path("/shops/{shop}/buyers")
    @RolesAllowed({Role.ADMIN, Role.MARKETER, Role.STAFF, Role.INTEGRATION})
    @Operation(
            summary =
                    "The shop's buyers, found by platform id, phone number or e-mail address, or narrowed down by a segment or a filter; staff see their own followers")
    public Page<BuyerResponse> list(
            Id shop,
            @QueryParam("tier") Tier tier,
            @QueryParam("q") String q,
            @QueryParam("segment") Id segment,
            @QueryParam("filter") String filter,
            @BeanParam @Valid PageRequest page) {
        Member member = caller.member(shop);
        return service.list(
                member.shopId(), new BuyerService.Search(tier, q, segment, filter), ownerFilter(member), page);
    }

    @GET
    @Path("/buyers/{id}")
    @RolesAllowed({Role.ADMIN, Role.MARKETER, Role.STAFF, Role.INTEGRATION})
    @Operation(summary = "The portrait of one buyer")
    public BuyerPortraitResponse portrait(Id id) {
        Member member = memberOf(id);
        return service.portrait(member.shopId(), id.value(), ownerFilter(member));
    }

    private Member memberOf(Id buyer) {
        return caller.find(shops -> service.shopOf(shops, buyer.value()), Id::of)
                .member();
    }

    private static Long ownerFilter(Member member) {
        return member.isOnlyStaff() ? member.staffId() : null;
    }
}
