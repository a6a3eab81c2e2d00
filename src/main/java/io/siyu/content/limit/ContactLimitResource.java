package io.siyu.content.limit;

import io.siyu.platform.audit.Audited;
import io.siyu.platform.idempotency.Idempotent;
import io.siyu.platform.ids.Id;
import io.siyu.platform.paging.Page;
import io.siyu.platform.security.Role;
import io.siyu.staff.caller.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

@Path("/shops/{shop}/contact-limits")
@Tag(name = "contact limits")
public class ContactLimitResource {
    private final ContactLimitService service;
    private final Caller caller;

    public ContactLimitResource(ContactLimitService service, Caller caller) {
        this.service = service;
        this.caller = caller;
    }

    @POST
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed(Role.ADMIN)
    @Audited("contact-limits.set")
    @Operation(summary = "Sets the post rules' limits from a day on")
    public ContactLimitResponse set(Id shop, @Valid @NotNull ContactLimitRequest request) {
        return service.set(caller.member(shop).shop(), request);
    }

    @GET
    @RolesAllowed({Role.ADMIN, Role.MARKETER, Role.STAFF})
    @Operation(summary = "The post rules' limits: the defaults, then the shop's own by day")
    public Page<ContactLimitResponse> list(Id shop) {
        return new Page<>(service.list(caller.member(shop).shop()), null);
    }
}
