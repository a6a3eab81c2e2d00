package io.siyu.platform.download;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.siyu.platform.edge.PersonalPlaces;
import org.jboss.resteasy.reactive.RestResponse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.StreamingOutput;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Answers that grow with a shop: a worker writes each to a file in one go, and then it is sent without a worker or a
 * connection to the database, however slowly its client reads. A few at a time for each person.
 */
@ApplicationScoped
public class Downloads {
    private static final PersonalPlaces.Full FULL = new PersonalPlaces.Full(
            "同时下载的文件过多，请等前面的下载完再试。",
            "Too many files are on their way to you. Wait until one of them is there.",
            Duration.ofSeconds(5));

    private final DownloadFolder folder;
    private final DownloadConfig config;
    private final CurrentVertxRequest request;
    private final PersonalPlaces places;

    Downloads(DownloadFolder folder, DownloadConfig config, CurrentVertxRequest request, SecurityIdentity identity) {
        this.folder = folder;
        this.config = config;
        this.request = request;
        this.places = new PersonalPlaces(config.ofPerson(), identity, FULL);
    }

    /**
     * The same for a browser, which keeps it under a name.
     *
     * @throws io.siyu.platform.problem.ProblemException 429 with Retry-After while as many are on their way to the person
     *     as may be
     */
    public RestResponse<Download> named(String fileName, Supplier<StreamingOutput> content) {
        return RestResponse.ResponseBuilder.ok(of(content))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /**
     * Answers the current request.
     *
     * @param content is asked for only if there is a place for it
     * @throws io.siyu.platform.problem.ProblemException 429 with Retry-After while as many are on their way to the person
     *     as may be
     */
    public Download of(Supplier<StreamingOutput> content) {
        Runnable giveBack = places.take();
        Download download = new Download(request.getCurrent(), config.silence());
        download.whenOver(giveBack);
        return written(download, content);
    }

    /** The same without a place for it: pictures are small, and a page asks for all of its own at once. */
    public Download ofOneOfMany(Supplier<StreamingOutput> content) {
        return written(new Download(request.getCurrent(), config.silence()), content);
    }

    private Download written(Download download, Supplier<StreamingOutput> content) {
        try {
            download.write(folder, content);
            return download;
        } catch (IOException e) {
            throw new UncheckedIOException("A download cannot be written", e);
        }
    }
}
