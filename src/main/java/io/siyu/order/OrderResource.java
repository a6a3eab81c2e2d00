package io.siyu.order;

import io.siyu.order.intake.OrderPostService;
import io.siyu.order.intake.PostOrdersRequest;
import io.siyu.order.intake.PostOrdersResponse;
import io.siyu.platform.edge.LargestBody;
import io.siyu.platform.idempotency.Idempotent;
import io.siyu.platform.ids.Id;
import io.siyu.platform.language.Language;
import io.siyu.platform.paging.Page;
import io.siyu.platform.paging.PageRequest;
import io.siyu.platform.security.Role;
import io.siyu.staff.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;

@Path("/")
@Tag(name = "orders")
public class OrderResource {
    private final OrderService service;
    private final OrderPostService posts;
    private final Caller caller;

    public OrderResource(OrderService service, OrderPostService posts, Caller caller) {
        this.service = service;
        this.posts = posts;
        this.caller = caller;
    }

    @POST
    @Idempotent
    @Path("/shops/{shop}/orders")
    @LargestBody("siyu.intake.max-posted-bytes")
    @RolesAllowed({Role.ADMIN, Role.MARKETER, Role.INTEGRATION})
    @Operation(summary = "Takes in up to 1000 orders, by the same rules as a file; what is wrong is told by its index")
    public PostOrdersResponse post(Id shop, @Valid @NotNull PostOrdersRequest request, @Context HttpHeaders headers) {
        return posts.take(caller.member(shop).shop(), request, Language.of(headers));
    }

    @GET
    @Path("/shops/{shop}/orders")
    @RolesAllowed({Role.ADMIN, Role.MARKETER, Role.INTEGRATION})
    @Operation(summary = "The shop's orders, newest day first")
    public Page<OrderResponse> list(Id shop, @BeanParam OrderFilter filter, @BeanParam @Valid PageRequest page) {
        return service.list(caller.member(shop).shopId(), filter, page);
    }

    @GET
    @Path("/orders/{id}")
    @RolesAllowed({Role.ADMIN, Role.MARKETER, Role.INTEGRATION})
    @Operation(summary = "One order with its lines")
    public OrderResponse get(Id id) {
        return caller.find(shops -> service.find(shops, id.value()), OrderResponse::shopId)
                .thing();
    }
}
