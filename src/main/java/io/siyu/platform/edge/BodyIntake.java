package io.siyu.platform.edge;

import io.quarkus.security.identity.SecurityIdentity;
import io.siyu.platform.http.ClientAddress;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.problem.ProblemException;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;

import jakarta.enterprise.context.ApplicationScoped;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Receives bodies as far as there is room for them: of one client, in memory, and within the operation's size and pace. */
@ApplicationScoped
class BodyIntake {
    private final EdgeConfig config;
    private final Config settings;
    private final SecurityIdentity identity;
    private final Path folder;
    private final Allowance memory;
    private final Allowance memoryOfStrangers;
    private final Places addresses;
    private final Places persons;
    private final ClientAddress clients;
    private final ConcurrentMap<Method, Operation> operations = new ConcurrentHashMap<>();

    BodyIntake(
            EdgeConfig config,
            Config settings,
            SecurityIdentity identity,
            ClientAddress clients,
            @ConfigProperty(name = "quarkus.http.body.uploads-directory") Path folder) {
        this.config = config;
        this.settings = settings;
        this.identity = identity;
        this.clients = clients;
        this.folder = folder;
        this.memory = new Allowance(config.memory());
        this.memoryOfStrangers = new Allowance(config.memoryOfStrangers());
        this.addresses = new Places(config.arrivingOfAddress());
        this.persons = new Places(config.filesOfPerson());
    }

    /**
     * Puts the request aside until its body is there.
     *
     * @throws ProblemException 413 for a body that says that it is too large; 429 if too many are arriving
     */
    void receive(ResteasyReactiveRequestContext request) {
        RoutingContext http = request.unwrap(RoutingContext.class);
        Operation operation = operations.computeIfAbsent(
                request.getResteasyReactiveResourceInfo().getMethod(),
                method -> Operation.of(method, config.largestBody(), settings));
        operation.check(announcedBy(http.request()));
        Runnable leave = enter(operation, http);
        request.suspend();
        request.getContextExecutor().execute(() -> {
            Future<BodySink> arriving;
            try {
                arriving = arrivalOf(request, http, operation);
            } catch (RuntimeException e) {
                arriving = Future.failedFuture(e);
            }
            arriving.onComplete(arrived -> {
                leave.run();
                handOver(request, http, arrived.result(), arrived.cause());
            });
        });
    }

    private Future<BodySink> arrivalOf(
            ResteasyReactiveRequestContext request, RoutingContext http, Operation operation) {
        BodySink sink = operation.takesForm() ? form(http, operation) : held(operation);
        request.registerCompletionCallback(failure -> sink.discard());
        Pace pace = operation.takesForm()
                ? Pace.steady(config.fileSilence(), config.fileBytesPerSecond())
                : Pace.within(config.bodyTime());
        return new BodyArrival(http.request(), http.vertx(), operation.largestBody(), pace, sink)
                .receive()
                .map(done -> {
                    if (sink instanceof FormBody form) {
                        operation.check(form.data());
                    }
                    return sink;
                });
    }

    /** @param refusal null if all of the body is there */
    private static void handOver(
            ResteasyReactiveRequestContext request, RoutingContext http, BodySink sink, Throwable refusal) {
        if (refusal != null) {
            sayWhenToTryAgain(http, refusal);
            request.resume(refusal);
            return;
        }
        if (sink instanceof HeldBody held) {
            request.setInputStream(held.content());
        } else if (sink instanceof FormBody form) {
            request.setFormData(form.data());
        }
        request.resume();
    }

    private HeldBody held(Operation operation) {
        return new HeldBody(operation.isForStrangers() ? memoryOfStrangers : memory);
    }

    private FormBody form(RoutingContext http, Operation operation) {
        String contentType = http.request().getHeader(HttpHeaders.CONTENT_TYPE);
        return new FormBody(http.vertx(), new FormFiles(folder, operation.files(), contentType));
    }

    /** @return what is to be done when the body is there */
    private Runnable enter(Operation operation, RoutingContext http) {
        String address = Client.networkOf(clients.of(http.request()));
        if (!addresses.take(address)) {
            throw tooMany(http);
        }
        if (!operation.takesForm() || operation.isForStrangers()) {
            return () -> addresses.giveBack(address);
        }
        String person = Client.personOf(identity);
        if (!persons.take(person)) {
            addresses.giveBack(address);
            throw tooMany(http);
        }
        return () -> {
            addresses.giveBack(address);
            persons.giveBack(person);
        };
    }

    private static ProblemException tooMany(RoutingContext http) {
        ProblemException refusal = Refusals.tooManyArriving();
        sayWhenToTryAgain(http, refusal);
        return refusal;
    }

    private static void sayWhenToTryAgain(RoutingContext http, Throwable reason) {
        if (reason instanceof ProblemException refusal
                && (refusal.code() == ErrorCode.UNAVAILABLE || refusal.code() == ErrorCode.TOO_MANY_REQUESTS)) {
            http.response().putHeader(HttpHeaders.RETRY_AFTER, Refusals.SOON);
        }
    }

    private static long announcedBy(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }
}
