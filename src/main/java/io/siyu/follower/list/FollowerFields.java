package io.siyu.follower.list;

import io.siyu.follower.FollowerStatus;
import io.siyu.platform.sql.SqlFragment;
import io.siyu.segment.filter.FilterField;
import io.siyu.segment.filter.FilterField.Kind;
import io.siyu.segment.filter.FilterSource;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;
import java.util.stream.Stream;

/** What filters may ask of a buyer as a follower. */
@ApplicationScoped
public class FollowerFields implements FilterSource {
    private static final String OF_BUYER = " WHERE f.shop_id = b.shop_id AND f.buyer_id = b.id";
    private static final String FOLLOWER = "FROM follower f" + OF_BUYER;
    private static final String TAGS =
            "FROM follower f JOIN follower_tag t ON t.shop_id = f.shop_id AND t.follower_id = f.id" + OF_BUYER;
    private static final String ACCOUNTS =
            "FROM follower f JOIN account a ON a.shop_id = f.shop_id AND a.id = f.account_id" + OF_BUYER;

    private static final List<FilterField> ALL = List.of(
            FilterField.among("tag", Kind.TEXT, TAGS, "t.tag"),
            FilterField.of("account", Kind.TEXT, (compared, asOf) -> FilterField.among(ACCOUNTS, named(compared))),
            FilterField.among("follower", Kind.WORD, FOLLOWER, "f.status")
                    .withWords(Stream.of(FollowerStatus.values())
                            .map(FollowerStatus::name)
                            .toList()));

    @Override
    public List<FilterField> fields() {
        return ALL;
    }

    @Override
    public int place() {
        return 20;
    }

    /** An account by its name or its id. */
    private static SqlFragment named(SqlFragment compared) {
        return SqlFragment.of("(a.name COLLATE utf8mb4_bin")
                .add(compared)
                .add(" OR CAST(a.id AS CHAR) COLLATE utf8mb4_bin")
                .add(compared)
                .add(")");
    }
}
