package io.siyu.platform.edge.body;

import io.quarkus.security.identity.SecurityIdentity;
import io.siyu.platform.edge.Client;
import io.siyu.platform.edge.EdgeConfig;
import io.siyu.platform.edge.Places;
import io.siyu.platform.edge.Refusals;
import io.siyu.platform.http.ClientAddress;
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
    /** Bytes of bodies that wait for no turn: all workers together can hold what is made of them. */
    private static final int SMALL = 65_536;

    private final EdgeConfig config;
    private final Config settings;
    private final SecurityIdentity identity;
    private final Path folder;
    private final Allowance memory;
    private final Allowance memoryOfStrangers;
    private final Turns turns;
    private final Places strangers;
    private final Places bodiesOfPersons;
    private final Places filesOfPersons;
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
        this.turns = new Turns(config.memoryAtWork());
        this.strangers = new Places(config.arrivingOfAddress());
        this.bodiesOfPersons = new Places(config.bodiesOfPerson());
        this.filesOfPersons = new Places(config.filesOfPerson());
    }

    /**
     * Puts the request aside until its body is there.
     *
     * @throws io.siyu.platform.problem.ProblemException 413 for a body that says that it is too large, 429 if too many are
     *     arriving
     */
    void receive(ResteasyReactiveRequestContext request) {
        RoutingContext http = request.unwrap(RoutingContext.class);
        Operation operation = operations.computeIfAbsent(
                request.getResteasyReactiveResourceInfo().getMethod(), this::operationOf);
        operation.check(announcedBy(http.request()));
        String client =
                operation.isForStrangers() ? Client.networkOf(clients.of(http.request())) : Client.personOf(identity);
        Places places = placesFor(operation);
        if (!places.take(client)) {
            throw Refusals.tooManyArriving();
        }
        request.suspend();
        request.getContextExecutor().execute(() -> {
            Future<BodySink> arriving;
            try {
                arriving = arrivalOf(request, http, operation, client);
            } catch (RuntimeException e) {
                arriving = Future.failedFuture(e);
            }
            arriving.onComplete(arrived -> {
                places.giveBack(client);
                if (arrived.result() instanceof HeldBody held && !operation.isForStrangers()) {
                    inTurn(request, held);
                } else {
                    handOver(request, arrived.result(), arrived.cause());
                }
            });
        });
    }

    private Future<BodySink> arrivalOf(
            ResteasyReactiveRequestContext request, RoutingContext http, Operation operation, String client) {
        BodySink sink = operation.takesForm() ? form(http, operation) : new HeldBody(memoryFor(operation), client);
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

    private void inTurn(ResteasyReactiveRequestContext request, HeldBody held) {
        if (held.length() <= SMALL) {
            handOver(request, held, null);
            return;
        }
        Turns.Turn turn = turns.join(held.length());
        request.registerCompletionCallback(failure -> turn.end());
        turn.begun().onSuccess(begun -> handOver(request, held, null));
    }

    /** @param refusal null if all of the body is there */
    private static void handOver(ResteasyReactiveRequestContext request, BodySink sink, Throwable refusal) {
        if (refusal != null) {
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

    /** What is larger than a client's share of the memory could not be held however often it came. */
    private Operation operationOf(Method method) {
        Operation operation = Operation.of(method, config.largestBody(), settings);
        return operation.takesForm()
                ? operation
                : operation.atMost(memoryFor(operation).share());
    }

    /** Bytes that people may send before somebody's request is answered. */
    long memoryLeft() {
        return memory.left();
    }

    private Allowance memoryFor(Operation operation) {
        return operation.isForStrangers() ? memoryOfStrangers : memory;
    }

    /** Whoever has logged in has places of his own, for strangers may sit behind the same address. */
    private Places placesFor(Operation operation) {
        if (operation.isForStrangers()) {
            return strangers;
        }
        return operation.takesForm() ? filesOfPersons : bodiesOfPersons;
    }

    private FormBody form(RoutingContext http, Operation operation) {
        String contentType = http.request().getHeader(HttpHeaders.CONTENT_TYPE);
        return new FormBody(http.vertx(), new FormFiles(folder, operation.files(), contentType));
    }

    private static long announcedBy(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }
}
