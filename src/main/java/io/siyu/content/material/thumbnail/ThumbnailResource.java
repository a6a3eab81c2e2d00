package io.siyu.content.material.thumbnail;

import io.siyu.content.material.Material;
import io.siyu.content.material.MaterialService;
import io.siyu.platform.ids.Id;
import io.siyu.platform.security.Role;
import io.siyu.staff.caller.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

@Path("/")
@Tag(name = "materials")
public class ThumbnailResource {
    private static final String FOR_AN_HOUR = "private, max-age=3600";

    private final ThumbnailService thumbnails;
    private final MaterialService materials;
    private final Caller caller;

    ThumbnailResource(ThumbnailService thumbnails, MaterialService materials, Caller caller) {
        this.thumbnails = thumbnails;
        this.materials = materials;
        this.caller = caller;
    }

    @GET
    @Path("/materials/{material}/thumbnail")
    @Produces(ThumbnailMaker.TYPE)
    @RolesAllowed({Role.ADMIN, Role.MARKETER, Role.STAFF})
    @Operation(summary = "A picture made small, with an ETag")
    @APIResponse(
            responseCode = "200",
            description = "At most 320 pixels wide and high",
            content =
                    @Content(
                            mediaType = ThumbnailMaker.TYPE,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "304", description = "The one that is there already")
    public Response thumbnail(Id material, @Context Request request) {
        Material found = caller.find(shops -> materials.find(shops, material)).thing();
        // A picture's bytes never change.
        EntityTag tag = new EntityTag(ThumbnailMaker.SIDE + "-" + found.id());
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder answer = unchanged == null ? Response.ok(thumbnails.of(found)) : unchanged;
        return answer.tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, FOR_AN_HOUR)
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
