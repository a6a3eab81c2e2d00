package io.siyu.platform.http;

import io.siyu.platform.problem.ErrorCode;
import org.jboss.resteasy.reactive.RestResponse;

/** Versions of editable things as entity tags. */
public final class ETags {
    private ETags() {}

    /** The strong entity tag of a version: {@code "3"}. */
    private static String of(int version) {
        return '"' + Integer.toString(version) + '"';
    }

    /** 200 with the thing and its version. */
    public static <T> RestResponse<T> ok(T entity, int version) {
        return RestResponse.ResponseBuilder.ok(entity)
                .tag(Integer.toString(version))
                .build();
    }

    /**
     * Refuses a change to something that the client has not seen as it is now. Weak tags match nothing (RFC 9110, 13.1.1):
     * who made them says that two versions may share one.
     *
     * @param ifMatch the If-Match header, may be null
     * @throws io.siyu.platform.problem.ProblemException 428 without the header, 412 with another version
     */
    public static void requireMatch(String ifMatch, int version) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw ErrorCode.VERSION_REQUIRED.problem("Read it first, then send its ETag as If-Match.");
        }
        for (String tag : ifMatch.split(",")) {
            String wanted = tag.strip();
            if (wanted.equals("*") || wanted.equals(of(version))) {
                return;
            }
        }
        throw ErrorCode.STALE_VERSION.problem("It is at version " + version + " now; read it again.");
    }
}
