package io.siyu.order.upload;

import io.siyu.order.ReasonCode;
import io.siyu.order.upload.ImportRemarks.Kind;
import io.siyu.platform.download.Download;
import io.siyu.platform.download.Downloads;
import io.siyu.platform.edge.body.LargestBody;
import io.siyu.platform.http.Accepted;
import io.siyu.platform.http.CsvText;
import io.siyu.platform.idempotency.Idempotent;
import io.siyu.platform.ids.Id;
import io.siyu.platform.language.Language;
import io.siyu.platform.paging.Page;
import io.siyu.platform.paging.PageRequest;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.security.Role;
import io.siyu.platform.stream.EventStreams;
import io.siyu.staff.caller.Caller;
import io.siyu.staff.caller.Credentials;
import io.siyu.staff.caller.Member;
import io.siyu.staff.caller.Standing;
import io.siyu.staff.caller.Standings;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jboss.resteasy.reactive.multipart.FileUpload;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import static io.siyu.order.upload.ImportRemarks.Kind.REJECT;
import static io.siyu.order.upload.ImportRemarks.Kind.WARNING;

@Path("/")
@Tag(name = "orders")
public class OrderImportResource {
    private static final Duration BEAT = Duration.ofMillis(400);
    /** Whoever still looks then comes back. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private final OrderImportService service;
    private final Caller caller;
    private final Standings standings;
    private final EventStreams streams;
    private final Downloads downloads;

    public OrderImportResource(
            OrderImportService service, Caller caller, Standings standings, EventStreams streams, Downloads downloads) {
        this.standings = standings;
        this.streams = streams;
        this.downloads = downloads;
        this.service = service;
        this.caller = caller;
    }

    @POST
    @Idempotent
    @Path("/shops/{shop}/order-imports")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @LargestBody("siyu.intake.max-bytes")
    @RolesAllowed({Role.ADMIN, Role.MARKETER, Role.INTEGRATION})
    @Operation(summary = "Takes in a file of orders, to be imported at once in the background")
    @APIResponse(
            responseCode = "202",
            description = "Accepted",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = OrderImportResponse.class)))
    public RestResponse<OrderImportResponse> queue(
            Id shop, @RestForm("file") FileUpload file, @RestForm String format, @RestForm String dryRun) {
        Member member = caller.member(shop);
        if (file == null) {
            throw ErrorCode.VALIDATION_FAILED.problem("file", "NotNull", ReasonCode.NO_FILE.with());
        }
        OrderImportResponse job = service.queue(new OrderImportService.Upload(
                member.shopId(), file.uploadedFile(), file.fileName(), format, flag(dryRun), member.username()));
        return Accepted.job(job, "order-imports", job.id());
    }

    @GET
    @Path("/shops/{shop}/order-imports")
    @RolesAllowed({Role.ADMIN, Role.MARKETER, Role.INTEGRATION})
    @Operation(summary = "The shop's imports, newest first")
    public Page<OrderImportResponse> list(Id shop, @BeanParam @Valid PageRequest page, @Context HttpHeaders request) {
        return service.list(caller.member(shop).shopId(), page, Language.of(request));
    }

    @GET
    @Path("/order-imports/{id}")
    @RolesAllowed({Role.ADMIN, Role.MARKETER, Role.INTEGRATION})
    @Operation(summary = "How an import goes")
    public OrderImportResponse get(Id id, @Context HttpHeaders request) {
        return caller.find(shops -> service.find(shops, id.value(), Language.of(request)), OrderImportResponse::shopId)
                .thing();
    }

    @GET
    @Path("/order-imports/{id}/rejects")
    @Produces("text/csv;charset=UTF-8")
    @RolesAllowed({Role.ADMIN, Role.MARKETER, Role.INTEGRATION})
    @Operation(
            summary = "The first rows that were not taken, and why, as CSV; its last line says how many more there are")
    public Download rejects(Id id, @Context HttpHeaders request) {
        OrderImportResponse job = get(id, request);
        return remarks(REJECT, job, job.orders().rejected(), ReasonCode.MORE_ROWS, Language.of(request));
    }

    @GET
    @Path("/order-imports/{id}/warnings")
    @Produces("text/csv;charset=UTF-8")
    @RolesAllowed({Role.ADMIN, Role.MARKETER, Role.INTEGRATION})
    @Operation(
            summary =
                    "The first orders that were taken though they leave something open, and what, as CSV; its last line"
                            + " says how many more there are")
    public Download warnings(Id id, @Context HttpHeaders request) {
        OrderImportResponse job = get(id, request);
        return remarks(
                WARNING, job, job.warnings().refundsWithoutAmount(), ReasonCode.MORE_WARNINGS, Language.of(request));
    }

    private Download remarks(Kind kind, OrderImportResponse job, long all, ReasonCode more, Language language) {
        return downloads.of(() -> CsvText.of(csv -> {
            csv.row("row", "column", "value", "reason");
            long told = service.eachRemark(
                    kind,
                    job.shopId().value(),
                    job.id().value(),
                    remark -> csv.row(
                            remark.row(),
                            remark.column(),
                            remark.value(),
                            remark.reason().in(language)));
            if (told < all) {
                csv.row("", "", "", more.with(all - told, told).in(language));
            }
        }));
    }

    @GET
    @Path("/order-imports/{id}/events")
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ADMIN, Role.MARKETER, Role.INTEGRATION})
    @Operation(summary = "The import each time it has moved on, until it is over")
    public Multi<OrderImportResponse> events(Id id, @Context HttpHeaders request) {
        OrderImportResponse job = get(id, request);
        Language language = Language.of(request);
        Credentials credentials = caller.credentials();
        Standing standing = Standing.of(caller.member(job.shopId()));
        return streams.open(() -> beats(() -> standings.isKept(credentials, standing)
                        ? Optional.of(service.find(Set.of(standing.shopId()), id.value(), language))
                        : Optional.empty())
                .select()
                .first(credentials.life(LONGEST)));
    }

    /** @param seen empty for who may see it no more */
    private static Multi<OrderImportResponse> beats(Supplier<Optional<OrderImportResponse>> seen) {
        return Multi.createBy()
                .repeating()
                .uni(() -> Uni.createFrom().item(seen).runSubscriptionOn(Infrastructure.getDefaultWorkerPool()))
                .withDelay(BEAT)
                .whilst(job -> job.isPresent() && !job.get().status().isOver())
                .select()
                .where(Optional::isPresent)
                .map(Optional::get)
                .skip()
                .repetitions();
    }

    private static boolean flag(String dryRun) {
        if (dryRun == null || dryRun.isBlank() || dryRun.equals("false")) {
            return false;
        }
        if (dryRun.equals("true")) {
            return true;
        }
        throw ErrorCode.VALIDATION_FAILED.problem("dryRun", "Boolean", ReasonCode.NO_BOOLEAN.with());
    }
}
