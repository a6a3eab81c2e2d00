package io.siyu.platform.embedded;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.arc.profile.IfBuildProfile;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.security.Role;
import io.siyu.platform.time.DueWorkJob;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import java.time.Instant;
import java.time.OffsetDateTime;

/** What development and acceptance checks need: tokens and a clock that can be set. Not in the packaged application. */
@IfBuildProfile(anyOf = {"dev", "test"})
@Path("/dev")
@Tag(name = "dev")
public class DevResource {
    /** As far as a DATETIME column and every time zone reach without trouble. */
    private static final Instant EARLIEST = Instant.parse("1970-01-02T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2999-12-30T00:00:00Z");

    private final SettableClock clock;
    private final DueWorkJob dueWork;
    private final DevTokens tokens;

    public DevResource(SettableClock clock, DueWorkJob dueWork, DevTokens tokens) {
        this.clock = clock;
        this.dueWork = dueWork;
        this.tokens = tokens;
    }

    public record TokenRequest(@NotBlank String user) {}

    public record TokenResponse(
            @JsonProperty("access_token") String accessToken) {}

    public record SetClockRequest(@NotNull OffsetDateTime now) {}

    public record ClockResponse(Instant now, boolean set) {}

    @POST
    @Path("/token")
    @PermitAll
    @Operation(summary = "A token for one of the ready users")
    public TokenResponse token(@Valid @NotNull TokenRequest request) {
        return new TokenResponse(tokens.tokenOf(request.user()));
    }

    @GET
    @Path("/clock")
    @RolesAllowed({Role.ADMIN, Role.MARKETER, Role.STAFF, Role.INTEGRATION})
    @Operation(summary = "The application's clock")
    public ClockResponse clock() {
        return new ClockResponse(clock.instant(), clock.isSet());
    }

    @PUT
    @Path("/clock")
    @RolesAllowed(Role.ADMIN)
    @Operation(summary = "Sets the clock; what is then due is done before the answer")
    public ClockResponse setClock(@Valid @NotNull SetClockRequest request) {
        Instant now = request.now().toInstant();
        if (now.isBefore(EARLIEST) || now.isAfter(LATEST)) {
            throw ErrorCode.VALIDATION_FAILED.problem("now", "Range", "Between 1970 and 2999.");
        }
        clock.set(now);
        dueWork.runAll();
        return clock();
    }

    @DELETE
    @Path("/clock")
    @RolesAllowed(Role.ADMIN)
    @Operation(summary = "Puts the clock back to the real time")
    public ClockResponse freeClock() {
        clock.free();
        return clock();
    }
}
