package io.siyu.follower.list;

import io.siyu.buyer.Tier;
import io.siyu.follower.FollowerResponse;
import io.siyu.follower.FollowerStatus;
import io.siyu.platform.ids.Id;
import io.siyu.platform.paging.Page;
import io.siyu.platform.paging.PageRequest;
import io.siyu.platform.security.Role;
import io.siyu.staff.caller.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import java.util.List;

@Path("/shops/{shop}/follower-lists")
@Tag(name = "followers")
public class FollowerListResource {
    private final FollowerListService service;
    private final Caller caller;

    public FollowerListResource(FollowerListService service, Caller caller) {
        this.service = service;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Role.ADMIN, Role.MARKETER, Role.STAFF})
    @Operation(summary = "How many followers each tier has, by status; of the shop or of one account")
    public List<FollowerListResponse> lists(Id shop, @QueryParam("account") Id account) {
        return service.lists(caller.member(shop), account);
    }

    @GET
    @Path("/{tier}/followers")
    @RolesAllowed({Role.ADMIN, Role.MARKETER, Role.STAFF})
    @Operation(summary = "The followers of a tier; staff see their own accounts' and the pool")
    public Page<FollowerResponse> list(
            Id shop,
            Tier tier,
            @QueryParam("account") Id account,
            @QueryParam("status") FollowerStatus status,
            @QueryParam("segment") Id segment,
            @BeanParam @Valid PageRequest page) {
        return service.list(caller.member(shop), tier, account, status, segment, page);
    }
}
