package io.siyu.follower.list;

import io.siyu.follower.tag.TagResponse;
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

@Path("/shops/{shop}/tags")
@Tag(name = "followers")
public class TagResource {
    private final FollowerListService service;
    private final Caller caller;

    public TagResource(FollowerListService service, Caller caller) {
        this.service = service;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Role.ADMIN, Role.MARKETER, Role.STAFF})
    @Operation(summary = "The words that staff have put on followers, with how many bear each")
    public Page<TagResponse> list(Id shop, @BeanParam @Valid PageRequest page) {
        return service.tags(caller.member(shop).shopId(), page);
    }
}
