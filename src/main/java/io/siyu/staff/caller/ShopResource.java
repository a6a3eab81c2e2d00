package io.siyu.staff.caller;

import io.siyu.platform.audit.Audited;
import io.siyu.platform.http.ETags;
import io.siyu.platform.idempotency.Idempotent;
import io.siyu.platform.ids.Id;
import io.siyu.platform.paging.Page;
import io.siyu.platform.paging.PageRequest;
import io.siyu.platform.security.Role;
import io.siyu.shop.CreateShopRequest;
import io.siyu.shop.ShopResponse;
import io.siyu.shop.ShopService;
import io.siyu.shop.UpdateShopRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import java.util.stream.Collectors;

/** Shops as their members see them; it stands with staff because membership decides what is seen. */
@Path("/")
@Tag(name = "shops")
public class ShopResource {
    private final ShopService service;
    private final Caller caller;

    public ShopResource(ShopService service, Caller caller) {
        this.service = service;
        this.caller = caller;
    }

    @POST
    @Idempotent
    @Path("/shops")
    @ResponseStatus(201)
    @RolesAllowed(Role.ADMIN)
    @Audited("shop.create")
    @Operation(summary = "Creates a shop; its creator becomes a member")
    public ShopResponse found(@Valid @NotNull CreateShopRequest request) {
        return ShopResponse.from(service.found(request, caller.login()));
    }

    @GET
    @Path("/shops")
    @RolesAllowed({Role.ADMIN, Role.MARKETER, Role.STAFF, Role.INTEGRATION})
    @Operation(summary = "The shops that the caller works in")
    public Page<ShopResponse> list(@BeanParam @Valid PageRequest page) {
        return service.list(caller.members().stream().map(Member::shopId).collect(Collectors.toSet()), page);
    }

    @GET
    @Path("/shops/{shop}")
    @RolesAllowed({Role.ADMIN, Role.MARKETER, Role.STAFF, Role.INTEGRATION})
    @Operation(summary = "One shop, with its version as ETag")
    public RestResponse<ShopResponse> get(Id shop) {
        ShopResponse response = ShopResponse.from(caller.member(shop).shop());
        return ETags.ok(response, response.version());
    }

    @PATCH
    @Path("/shops/{shop}")
    @RolesAllowed(Role.ADMIN)
    @Audited("shop.change")
    @Operation(summary = "Changes what the shop works by; needs If-Match")
    public RestResponse<ShopResponse> update(
            Id shop, @HeaderParam("If-Match") String ifMatch, @Valid @NotNull UpdateShopRequest request) {
        long shopId = caller.member(shop).shopId();
        ShopResponse response = service.update(shopId, ifMatch, request);
        return ETags.ok(response, response.version());
    }
}
