package io.siyu.feedback.board;

import io.siyu.platform.ids.Id;
import io.siyu.platform.security.Role;
import io.siyu.staff.caller.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import java.time.LocalDate;

@Path("/shops/{shop}/feedback-board")
@Tag(name = "feedback")
public class FeedbackBoardResource {
    private final FeedbackBoardService service;
    private final Caller caller;

    public FeedbackBoardResource(FeedbackBoardService service, Caller caller) {
        this.service = service;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Role.ADMIN, Role.MARKETER})
    @Operation(
            summary =
                    "Feedback by state with counts and the first page of each, and loop times in working hours; at first of the last thirty days")
    public FeedbackBoardResponse get(Id shop, @QueryParam("from") LocalDate from, @QueryParam("to") LocalDate to) {
        return service.of(caller.member(shop).shop(), from, to);
    }
}
