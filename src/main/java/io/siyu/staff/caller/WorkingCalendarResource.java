package io.siyu.staff.caller;

import io.siyu.platform.audit.Audited;
import io.siyu.platform.http.ETags;
import io.siyu.platform.ids.Id;
import io.siyu.platform.security.Role;
import io.siyu.shop.calendar.ReplaceWorkingCalendarRequest;
import io.siyu.shop.calendar.WorkingCalendar;
import io.siyu.shop.calendar.WorkingCalendarRevision;
import io.siyu.shop.calendar.WorkingCalendarService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

/** When a shop works; it stands with staff because membership decides who may ask. */
@Path("/shops/{shop}/working-calendar")
@Tag(name = "shops")
public class WorkingCalendarResource {
    private final WorkingCalendarService service;
    private final Caller caller;

    public WorkingCalendarResource(WorkingCalendarService service, Caller caller) {
        this.service = service;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Role.ADMIN, Role.MARKETER, Role.STAFF})
    @Operation(
            summary =
                    "The shop's working hours by weekday and its holidays, with their version as ETag; at first 09:00 to 18:00 on every day")
    public RestResponse<WorkingCalendar> get(Id shop) {
        return answer(service.current(caller.member(shop).shopId()));
    }

    @PUT
    @RolesAllowed(Role.ADMIN)
    @Audited("working-calendar.replace")
    @Operation(summary = "Replaces working hours and holidays, for due times set from now on; needs If-Match")
    public RestResponse<WorkingCalendar> replace(
            Id shop, @HeaderParam("If-Match") String ifMatch, @Valid @NotNull ReplaceWorkingCalendarRequest request) {
        Member member = caller.member(shop);
        return answer(service.replace(member.shopId(), ifMatch, request, member.username()));
    }

    private static RestResponse<WorkingCalendar> answer(WorkingCalendarRevision current) {
        return ETags.ok(current.calendar(), current.revision());
    }
}
