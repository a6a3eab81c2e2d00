package io.siyu.follower.due;

import io.siyu.platform.ids.Id;
import io.siyu.platform.paging.Page;
import io.siyu.platform.paging.PageRequest;
import io.siyu.platform.security.Role;
import io.siyu.staff.caller.Caller;
import io.siyu.staff.caller.Member;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

@Path("/shops/{shop}/due-buyers")
@Tag(name = "forecast")
public class DueBuyerResource {
    private final DueBuyerService service;
    private final Caller caller;

    public DueBuyerResource(DueBuyerService service, Caller caller) {
        this.service = service;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Role.ADMIN, Role.MARKETER, Role.STAFF})
    @Operation(
            summary = "Buyers due within so many days, the soonest first, each with the reason; staff see their own"
                    + " accounts' followers")
    public Page<DueBuyerResponse> list(
            Id shop,
            @QueryParam("within")
                    @Parameter(
                            description = "days from the shop's today; who is overdue stays for a week",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "0",
                                            maximum = "90",
                                            defaultValue = "7"))
                    String within,
            @BeanParam @Valid PageRequest page) {
        Member member = caller.member(shop);
        return service.list(member, within, page);
    }
}
