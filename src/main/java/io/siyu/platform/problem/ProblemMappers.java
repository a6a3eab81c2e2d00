package io.siyu.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.siyu.platform.language.Language;
import io.siyu.platform.sql.DatabaseFault;
import org.hibernate.StaleObjectStateException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import java.io.CharConversionException;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Turns what is thrown into problem+json. */
public class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    /** What the database says to the slower of two who make a thing that exists once. */
    private static final int DUPLICATE_KEY = 1062;

    /** The method, and the parameter. */
    private static final int STEPS_TO_A_PARAMETER = 2;

    private static final String FORM_PARSER = "org.jboss.resteasy.reactive.server.core.multipart.";

    private static final String STALE = "Someone else changed it in the meantime; read it again.";

    @ServerExceptionMapper
    public Response refusal(ProblemException e, HttpHeaders request) {
        Language language = Language.of(request);
        return Problem.of(e.code(), e.detail().in(language), e.violations(language))
                .toResponse(e.retryAfter());
    }

    @ServerExceptionMapper(priority = 1)
    public Response unauthenticated(UnauthorizedException e) {
        return unauthenticated();
    }

    @ServerExceptionMapper(priority = 1)
    public Response badToken(AuthenticationFailedException e) {
        return unauthenticated();
    }

    @ServerExceptionMapper(priority = 1)
    public Response forbidden(ForbiddenException e) {
        return Problem.of(ErrorCode.FORBIDDEN, "Your role does not allow this.", List.of())
                .toResponse();
    }

    @ServerExceptionMapper(priority = 1)
    public Response invalid(ConstraintViolationException e) {
        List<Violation> violations = e.getConstraintViolations().stream()
                .map(ProblemMappers::violationOf)
                .sorted(Comparator.comparing(Violation::field).thenComparing(Violation::code))
                .toList();
        return Problem.of(ErrorCode.VALIDATION_FAILED, summary(violations), violations)
                .toResponse();
    }

    @ServerExceptionMapper(priority = 1)
    public Response unreadableJson(JsonProcessingException e, HttpHeaders request) {
        return rootOf(e) instanceof ProblemException refusal
                ? refusal(refusal, request)
                : JsonProblems.of(e).toResponse();
    }

    @ServerExceptionMapper(priority = 1)
    public Response unreadableJson(MismatchedInputException e, HttpHeaders request) {
        return unreadableJson((JsonProcessingException) e, request);
    }

    /** A body in an encoding that it does not keep to. */
    @ServerExceptionMapper(priority = 1)
    public Response unreadableText(CharConversionException e) {
        return Problem.of(
                        ErrorCode.MALFORMED_REQUEST, "The body is not text in the encoding that it claims.", List.of())
                .toResponse();
    }

    @ServerExceptionMapper
    public Response stale(OptimisticLockException e) {
        return Problem.of(ErrorCode.STALE_VERSION, STALE, List.of()).toResponse();
    }

    @ServerExceptionMapper
    public Response stale(StaleObjectStateException e) {
        return Problem.of(ErrorCode.STALE_VERSION, STALE, List.of()).toResponse();
    }

    @ServerExceptionMapper(priority = 1)
    public Response framework(WebApplicationException e, HttpHeaders request) {
        if (e.getCause() instanceof JsonProcessingException json) {
            return unreadableJson(json, request);
        }
        if (e.getCause() instanceof ProblemException refusal) {
            return refusal(refusal, request);
        }
        if (e.getCause() != null && (DiskFull.isIn(e) || DatabaseFault.isIn(e))) {
            return unexpected(e.getCause(), request);
        }
        Response response = e.getResponse();
        if (response.getStatus() < 400) {
            return response;
        }
        ErrorCode code = ErrorCode.ofStatus(response.getStatus());
        return Problem.of(code, response.getStatus(), code.title() + ".", List.of())
                .toResponse();
    }

    @ServerExceptionMapper
    public Response unexpected(Throwable e, HttpHeaders request) {
        if (rootOf(e) instanceof ProblemException refusal) {
            return refusal(refusal, request);
        }
        if (rootOf(e) instanceof StaleObjectStateException) {
            return Problem.of(ErrorCode.STALE_VERSION, STALE, List.of()).toResponse();
        }
        if (rootOf(e) instanceof SQLException sql && sql.getErrorCode() == DUPLICATE_KEY) {
            return Problem.of(
                            ErrorCode.CONFLICT, "Someone else has just made the same thing; read it again.", List.of())
                    .toResponse();
        }
        if (DiskFull.isIn(e)) {
            LOG.errorf("A request was not answered: a disk is full: %s", e);
            return noRoom();
        }
        if (isBrokenForm(e)) {
            return Problem.of(ErrorCode.MALFORMED_REQUEST, "The body is not a complete multipart form.", List.of())
                    .toResponse();
        }
        Optional<DatabaseFault> fault = DatabaseFault.in(e);
        if (fault.isPresent()) {
            return fault(fault.get(), e);
        }
        if (rootOf(e) instanceof ClosedChannelException) {
            // A page was closed while it was told something: nobody is there to answer.
            LOG.debug("The client went away", e);
        } else {
            LOG.error("A request failed for a reason that nobody foresaw", e);
        }
        return Problem.of(ErrorCode.INTERNAL, "It has been logged. Try again later.", List.of())
                .toResponse();
    }

    /** The framework's parser has no exception of its own for it; what our disk says comes from elsewhere. */
    private static boolean isBrokenForm(Throwable e) {
        return e instanceof IOException
                && e.getStackTrace().length > 0
                && e.getStackTrace()[0].getClassName().startsWith(FORM_PARSER);
    }

    /** One line, and no stack: while the database is away there is one of them a request. */
    private static Response fault(DatabaseFault fault, Throwable e) {
        LOG.warnf("A request was not answered: the database is %s: %s", fault, DatabaseFault.words(e));
        LOG.debug("The same with its stack", e);
        return switch (fault) {
            case FULL -> noRoom();
            case UNAVAILABLE ->
                Problem.of(
                                ErrorCode.DATABASE_UNAVAILABLE,
                                "The database does not answer. Try again in a moment.",
                                List.of())
                        .toResponse();
            case BUSY ->
                Problem.of(ErrorCode.UNAVAILABLE, "Too many change the same thing. Try again in a moment.", List.of())
                        .toResponse();
        };
    }

    private static Response noRoom() {
        return Problem.of(ErrorCode.INSUFFICIENT_STORAGE, "Tell whoever runs this service: a disk is full.", List.of())
                .toResponse();
    }

    private static Response unauthenticated() {
        Problem problem = Problem.of(ErrorCode.UNAUTHENTICATED, "Send a valid bearer token, or log in.", List.of());
        return Response.fromResponse(problem.toResponse())
                .header("WWW-Authenticate", "Bearer")
                .build();
    }

    /** A parameter that must not be null is the body. No name of ours for it, but what a client would call it. */
    private static Violation violationOf(ConstraintViolation<?> violation) {
        String path = violation.getPropertyPath().toString();
        Annotation broken = violation.getConstraintDescriptor().getAnnotation();
        String code = broken.annotationType().getSimpleName();
        return broken instanceof NotNull && path.split("\\.").length == STEPS_TO_A_PARAMETER
                ? new Violation("", code, "A body is needed: there is none, or it is null.")
                : new Violation(fieldOf(path), code, violation.getMessage());
    }

    /** Bean validation's path starts with the method and its parameter; clients know only what follows. An element is its index. */
    private static String fieldOf(String path) {
        String[] steps = path.split("\\.", 3);
        return steps[steps.length - 1].replace(".<list element>", "");
    }

    private static String summary(List<Violation> violations) {
        return violations.stream()
                .map(v -> v.field().isEmpty() ? v.message() : v.field() + ": " + v.message())
                .collect(Collectors.joining("; "));
    }

    private static Throwable rootOf(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root;
    }
}
