package io.siyu.platform.http;

import io.siyu.platform.ids.Id;
import org.jboss.resteasy.reactive.RestResponse;

import java.net.URI;

/** Answers to what is asked for now and done in the background. */
public final class Accepted {
    private Accepted() {}

    /** 202 with the job, and where its collection tells how it goes. */
    public static <T> RestResponse<T> job(T job, String collection, Id id) {
        return RestResponse.ResponseBuilder.<T>create(202)
                .entity(job)
                .location(URI.create(collection + "/" + id))
                .build();
    }
}
