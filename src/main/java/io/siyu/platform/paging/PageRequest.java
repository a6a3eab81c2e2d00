package io.siyu.platform.paging;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

import java.util.Optional;

/** The two query parameters that every list takes. */
public class PageRequest {
    public static final int MAX_LIMIT = 200;

    @QueryParam("limit")
    @DefaultValue("50")
    @Min(1)
    @Max(MAX_LIMIT)
    @Parameter(description = "how many items a page has at most, 1 to 200")
    public int limit = 50;

    @QueryParam("after")
    @Parameter(description = "the next of the page before")
    public String after;

    public int limit() {
        return limit;
    }

    /** One row more than the page has, so that it shows whether a page follows. */
    public int rowsToRead() {
        return limit + 1;
    }

    public Optional<Cursor> cursor(int size) {
        return Cursor.decode(after, size);
    }
}
