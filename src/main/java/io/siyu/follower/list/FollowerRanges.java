package io.siyu.follower.list;

import io.siyu.platform.sql.Sql;
import io.siyu.platform.sql.SqlFragment;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.function.Consumer;

/** Cuts a shop's followers into ranges of ids with as many as one statement takes. */
@ApplicationScoped
public class FollowerRanges {
    public static final int SIZE = 5000;

    private final Sql sql;

    FollowerRanges(Sql sql) {
        this.sql = sql;
    }

    /** From behind one id up to another. */
    public record Range(long after, long upTo) {
        public SqlFragment of(String column) {
            return SqlFragment.of(column + " > ? AND " + column + " <= ?", after, upTo);
        }
    }

    public void forEach(long shopId, Consumer<Range> work) {
        long after = 0;
        for (Long end = end(shopId, after); end != null; end = end(shopId, after)) {
            work.accept(new Range(after, end));
            after = end;
        }
    }

    /** Null behind the last one. */
    private Long end(long shopId, long after) {
        return sql.list(
                        "SELECT MAX(p.id) AS last_id FROM (SELECT id FROM follower WHERE shop_id = ? AND id > ?"
                                + " ORDER BY id LIMIT " + SIZE + ") p",
                        row -> row.nullableLongAt("last_id"),
                        shopId,
                        after)
                .get(0);
    }
}
