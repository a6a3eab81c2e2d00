package io.siyu.content.word;

import io.siyu.platform.audit.Audited;
import io.siyu.platform.http.ETags;
import io.siyu.platform.ids.Id;
import io.siyu.platform.security.Role;
import io.siyu.staff.caller.Caller;
import io.siyu.staff.caller.Member;
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

@Path("/shops/{shop}/word-lists")
@Tag(name = "word lists")
public class WordListResource {
    private final WordListService service;
    private final Caller caller;

    public WordListResource(WordListService service, Caller caller) {
        this.service = service;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Role.ADMIN, Role.MARKETER, Role.STAFF})
    @Operation(summary = "The shop's own banned words and allowed phrases, with their version as ETag")
    public RestResponse<WordListsResponse> get(Id shop) {
        return answer(service.current(caller.member(shop).shopId()));
    }

    @PUT
    @RolesAllowed({Role.ADMIN, Role.MARKETER})
    @Audited("word-lists.replace")
    @Operation(summary = "Replaces both lists, from the next check on; needs If-Match")
    public RestResponse<WordListsResponse> replace(
            Id shop, @HeaderParam("If-Match") String ifMatch, @Valid @NotNull ReplaceWordListsRequest request) {
        Member member = caller.member(shop);
        return answer(service.replace(member.shopId(), ifMatch, request, member.username()));
    }

    @GET
    @Path("/built-in")
    @RolesAllowed({Role.ADMIN, Role.MARKETER, Role.STAFF})
    @Operation(summary = "The banned words and allowed phrases that hold in every shop, whatever its own lists")
    public WordListsResponse builtIn(Id shop) {
        caller.member(shop);
        return WordListsResponse.from(service.builtIn());
    }

    private static RestResponse<WordListsResponse> answer(WordListRevision current) {
        return ETags.ok(WordListsResponse.from(current.words()), current.revision());
    }
}
