package io.siyu.staff.account;

import io.siyu.platform.audit.Audited;
import io.siyu.platform.http.ETags;
import io.siyu.platform.idempotency.Idempotent;
import io.siyu.platform.ids.Id;
import io.siyu.platform.paging.Page;
import io.siyu.platform.paging.PageRequest;
import io.siyu.platform.security.Role;
import io.siyu.staff.Account;
import io.siyu.staff.caller.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

@Path("/")
@Tag(name = "accounts")
public class AccountResource {
    private final AccountService service;
    private final AccountHandoverService handovers;
    private final Caller caller;

    public AccountResource(AccountService service, AccountHandoverService handovers, Caller caller) {
        this.handovers = handovers;
        this.service = service;
        this.caller = caller;
    }

    @POST
    @Idempotent
    @Path("/shops/{shop}/accounts")
    @ResponseStatus(201)
    @RolesAllowed(Role.ADMIN)
    @Audited("account.open")
    @Operation(summary = "Opens an account for the shop")
    public AccountResponse open(Id shop, @Valid @NotNull CreateAccountRequest request) {
        long shopId = caller.member(shop).shopId();
        return AccountResponse.from(service.open(shopId, request));
    }

    @GET
    @Path("/shops/{shop}/accounts")
    @RolesAllowed({Role.ADMIN, Role.MARKETER, Role.STAFF})
    @Operation(summary = "The shop's accounts")
    public Page<AccountResponse> list(Id shop, @BeanParam @Valid PageRequest page) {
        return service.list(caller.member(shop).shopId(), page);
    }

    @GET
    @Path("/accounts/{account}")
    @RolesAllowed({Role.ADMIN, Role.MARKETER, Role.STAFF})
    @Operation(summary = "One account, with its version as ETag")
    public RestResponse<AccountResponse> get(Id account) {
        AccountResponse response = AccountResponse.from(found(account));
        return ETags.ok(response, response.version());
    }

    @PATCH
    @Path("/accounts/{account}")
    @RolesAllowed(Role.ADMIN)
    @Audited("account.change")
    @Operation(summary = "Changes an account; needs If-Match")
    public RestResponse<AccountResponse> update(
            Id account, @HeaderParam("If-Match") String ifMatch, @Valid @NotNull UpdateAccountRequest request) {
        Account found = found(account);
        AccountResponse response = service.update(found.shopId(), found.id(), ifMatch, request);
        return ETags.ok(response, response.version());
    }

    @PUT
    @Path("/accounts/{account}/handover")
    @RolesAllowed(Role.ADMIN)
    @Audited("account.hand-over")
    @Operation(
            summary =
                    "Another owner has the account and what is undone on it; its followers are told if that is wished")
    public AccountResponse handOver(Id account, @Valid @NotNull HandOverAccountRequest request) {
        Account found = found(account);
        return handovers.handOver(found.shopId(), found.id(), request);
    }

    @DELETE
    @Path("/accounts/{account}/handover")
    @RolesAllowed(Role.ADMIN)
    @Audited("account.undo-handover")
    @Operation(summary = "Undoes within a day that the account has another owner")
    public AccountResponse undoHandover(Id account) {
        Account found = found(account);
        return handovers.undo(found.shopId(), found.id());
    }

    @PUT
    @Path("/accounts/{account}/retirement")
    @RolesAllowed(Role.ADMIN)
    @Audited("account.retire")
    @Operation(summary = "Takes an account out of use; a successor gets its followers and what is undone for them")
    public AccountResponse retire(Id account, @Valid @NotNull RetireAccountRequest request) {
        Account found = found(account);
        return service.retire(found.shopId(), found.id(), request);
    }

    private Account found(Id account) {
        return caller.find(shops -> service.find(shops, account.value())).thing();
    }
}
