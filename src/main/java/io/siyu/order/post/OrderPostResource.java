package io.siyu.order.post;

import io.siyu.platform.edge.body.LargestBody;
import io.siyu.platform.idempotency.Idempotent;
import io.siyu.platform.ids.Id;
import io.siyu.platform.language.Language;
import io.siyu.platform.security.Role;
import io.siyu.staff.caller.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;

@Path("/")
@Tag(name = "orders")
public class OrderPostResource {
    private final OrderPostService service;
    private final Caller caller;

    public OrderPostResource(OrderPostService service, Caller caller) {
        this.service = service;
        this.caller = caller;
    }

    @POST
    @Idempotent
    @Path("/shops/{shop}/orders")
    @LargestBody("siyu.intake.max-posted-bytes")
    @RolesAllowed({Role.ADMIN, Role.MARKETER, Role.INTEGRATION})
    @Operation(summary = "Takes in up to 1000 orders, by the same rules as a file; what is wrong is told by its index")
    public PostOrdersResponse post(Id shop, @Valid @NotNull PostOrdersRequest request, @Context HttpHeaders headers) {
        return service.take(caller.member(shop).shop(), request, Language.of(headers));
    }
}
