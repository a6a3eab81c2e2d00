package io.siyu.platform.paging;

import io.siyu.platform.problem.ErrorCode;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import jakarta.ws.rs.QueryParam;

import java.util.Optional;

/** The two query parameters that every list takes. */
public class PageRequest {
    public static final int MAX_LIMIT = 200;
    private static final int DEFAULT_LIMIT = 50;

    @QueryParam("limit")
    @Parameter(
            description = "how many items a page has at most",
            schema =
                    @Schema(
                            type = SchemaType.INTEGER,
                            minimum = "1",
                            maximum = MAX_LIMIT + "",
                            defaultValue = DEFAULT_LIMIT + ""))
    public String limit;

    @QueryParam("after")
    @Parameter(description = "the next of the page before")
    public String after;

    /** @throws io.siyu.platform.problem.ProblemException 400 for what is no number between 1 and {@link #MAX_LIMIT} */
    public int limit() {
        if (limit == null || limit.isEmpty()) {
            return DEFAULT_LIMIT;
        }
        int wanted = limit.matches("[0-9]{1,4}") ? Integer.parseInt(limit) : 0;
        if (wanted < 1 || wanted > MAX_LIMIT) {
            throw outOfRange();
        }
        return wanted;
    }

    /** One row more than the page has, so that it shows whether a page follows. */
    public int rowsToRead() {
        return limit() + 1;
    }

    public Optional<Cursor> cursor(int size) {
        return Cursor.decode(after, size);
    }

    private static RuntimeException outOfRange() {
        return ErrorCode.VALIDATION_FAILED.problem("limit", "Range", "A whole number between 1 and " + MAX_LIMIT + ".");
    }

    /** As many as a page can have, from the start. */
    public static PageRequest first() {
        PageRequest page = new PageRequest();
        page.limit = Integer.toString(MAX_LIMIT);
        return page;
    }
}
