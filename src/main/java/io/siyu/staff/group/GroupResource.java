package io.siyu.staff.group;

import io.siyu.platform.audit.Audited;
import io.siyu.platform.http.ETags;
import io.siyu.platform.idempotency.Idempotent;
import io.siyu.platform.ids.Id;
import io.siyu.platform.paging.Page;
import io.siyu.platform.paging.PageRequest;
import io.siyu.platform.security.Role;
import io.siyu.staff.Account;
import io.siyu.staff.account.AccountService;
import io.siyu.staff.caller.Caller;
import io.siyu.staff.caller.Found;
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

@Path("/")
@Tag(name = "accounts")
public class GroupResource {
    private final GroupService service;
    private final AccountService accounts;
    private final Caller caller;

    public GroupResource(GroupService service, AccountService accounts, Caller caller) {
        this.service = service;
        this.accounts = accounts;
        this.caller = caller;
    }

    @POST
    @Idempotent
    @Path("/accounts/{account}/groups")
    @ResponseStatus(201)
    @RolesAllowed({Role.ADMIN, Role.MARKETER})
    @Audited("group.open")
    @Operation(summary = "Names a group chat of the account")
    public GroupResponse open(Id account, @Valid @NotNull CreateGroupRequest request) {
        return service.open(found(account), request);
    }

    @GET
    @Path("/accounts/{account}/groups")
    @RolesAllowed({Role.ADMIN, Role.MARKETER, Role.STAFF})
    @Operation(summary = "The group chats of the account")
    public Page<GroupResponse> list(Id account, @BeanParam @Valid PageRequest page) {
        return service.list(found(account), page);
    }

    @PATCH
    @Path("/groups/{group}")
    @RolesAllowed({Role.ADMIN, Role.MARKETER})
    @Audited("group.change")
    @Operation(summary = "Changes a group chat, or says how many are in it; needs If-Match")
    public RestResponse<GroupResponse> update(
            Id group, @HeaderParam("If-Match") String ifMatch, @Valid @NotNull UpdateGroupRequest request) {
        Found<AccountGroup> found = caller.find(shops -> service.find(shops, group.value()));
        GroupResponse response = service.update(found.member(), found.thing().id(), ifMatch, request);
        return ETags.ok(response, response.version());
    }

    private Account found(Id account) {
        return caller.find(shops -> accounts.find(shops, account.value())).thing();
    }
}
