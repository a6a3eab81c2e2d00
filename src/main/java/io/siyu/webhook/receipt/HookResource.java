package io.siyu.webhook.receipt;

import io.siyu.platform.edge.body.LargestBody;
import io.siyu.platform.ids.Id;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.webhook.HookHeaders;
import io.siyu.webhook.HookSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import java.io.IOException;
import java.io.InputStream;

/** Where platforms send their webhooks. It takes no token: the body's signature is the proof. */
@Path("/hooks")
@Tag(name = "hooks")
public class HookResource {
    private final HookReceiptService service;

    public HookResource(HookReceiptService service) {
        this.service = service;
    }

    @POST
    @Path("/{source}/{shop}")
    @PermitAll
    @Signed
    @Consumes(MediaType.WILDCARD)
    @LargestBody("siyu.hook.max-bytes")
    @Operation(summary = "Takes a webhook that is signed with the shop's secret; it is worked after the answer")
    @APIResponse(responseCode = "200", description = "Taken, or nothing that is to be taken")
    public RestResponse<Void> receive(HookSource source, Id shop, @Context HttpHeaders http, InputStream body)
            throws IOException {
        HookHeaders headers = HookHeaders.of(source, http);
        if (headers.signature() != null) {
            service.receive(shop.value(), headers, read(body, service.maxBytes()));
        } else if (!Ping.mayBe(source, http) || !Ping.is(read(body, Ping.LONGEST))) {
            throw HookReceiptService.unsigned();
        }
        return RestResponse.ok();
    }

    /** Never holds more than it takes, whatever is sent. */
    private static byte[] read(InputStream body, int mostBytes) throws IOException {
        byte[] bytes = body.readNBytes(mostBytes + 1);
        if (bytes.length > mostBytes) {
            throw ErrorCode.TOO_LARGE.problem("At most " + mostBytes + " bytes are taken.");
        }
        return bytes;
    }
}
