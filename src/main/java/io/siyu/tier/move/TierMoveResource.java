package io.siyu.tier.move;

import io.siyu.platform.ids.Id;
import io.siyu.platform.paging.Page;
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

import java.time.LocalDate;

@Path("/shops/{shop}/tier-moves")
@Tag(name = "tiers")
public class TierMoveResource {
    private final TierMoves moves;
    private final Caller caller;

    public TierMoveResource(TierMoves moves, Caller caller) {
        this.moves = moves;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Role.ADMIN, Role.MARKETER, Role.INTEGRATION})
    @Operation(
            summary =
                    "Every move of a buyer between tiers, the oldest first; after the id of any move comes what followed")
    public Page<TierMoveResponse> list(
            Id shop,
            @QueryParam("from") LocalDate from,
            @QueryParam("to") LocalDate to,
            @BeanParam @Valid PageRequest page) {
        long shopId = caller.member(shop).shopId();
        return moves.list(shopId, from, to, page);
    }
}
