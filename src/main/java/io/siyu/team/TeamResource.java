package io.siyu.team;

import io.siyu.platform.ids.Id;
import io.siyu.platform.language.Language;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;

import java.time.LocalDate;

@Path("/")
@Tag(name = "team")
public class TeamResource {
    private final TodayService today;
    private final MissedWorkService missed;
    private final StaffFiguresService figures;
    private final Caller caller;

    public TeamResource(TodayService today, MissedWorkService missed, StaffFiguresService figures, Caller caller) {
        this.figures = figures;
        this.today = today;
        this.missed = missed;
        this.caller = caller;
    }

    @GET
    @Path("/shops/{shop}/today")
    @RolesAllowed({Role.ADMIN, Role.MARKETER, Role.STAFF})
    @Operation(summary = "What needs the caller today: overdue work, the pool, campaigns near their line, feedback")
    public TodayResponse today(Id shop, @Context HttpHeaders headers) {
        return today.of(caller.member(shop), Language.of(headers));
    }

    @GET
    @Path("/shops/{shop}/missed-work")
    @RolesAllowed({Role.ADMIN, Role.MARKETER})
    @Operation(summary = "Work that was due in these days and expired, was skipped, or left recipients out")
    public MissedWorkPage missedWork(
            Id shop,
            @QueryParam("from") LocalDate from,
            @QueryParam("to") LocalDate to,
            @BeanParam @Valid PageRequest page) {
        return missed.list(caller.member(shop).shop(), from, to, page);
    }

    @GET
    @Path("/shops/{shop}/staff-figures")
    @RolesAllowed({Role.ADMIN, Role.MARKETER, Role.STAFF})
    @Operation(summary = "What each member did in these days, at most 366; staff see what is their own")
    public StaffFiguresResponse staffFigures(
            Id shop, @QueryParam("from") LocalDate from, @QueryParam("to") LocalDate to) {
        return figures.of(caller.member(shop), from, to);
    }
}
