package io.siyu.platform.sql;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SqlFragmentTest {
    @Test
    void aNamedValueGoesWhereverItsNameStands() {
        assertThat(SqlFragment.named("at <= :at AND (at < :at OR id < :id)", Map.of("at", "now", "id", 7)))
                .isEqualTo(SqlFragment.of("at <= ? AND (at < ? OR id < ?)", "now", "now", 7));
    }

    @Test
    void aCollectionGetsAPlaceForEachOfItsValues() {
        assertThat(SqlFragment.named("shop_id = :shop AND id IN (:ids)", Map.of("shop", 1, "ids", List.of(2, 3, 4))))
                .isEqualTo(SqlFragment.of("shop_id = ? AND id IN (?,?,?)", 1, 2, 3, 4));
    }

    @Test
    void aValueMayBeNull() {
        Map<String, Object> values = new HashMap<>();
        values.put("note", null);

        assertThat(SqlFragment.named("note = :note", values).params()).containsExactly((Object) null);
    }

    @Test
    void aColonInQuotesIsNoName() {
        assertThat(SqlFragment.named("DATE_FORMAT(at, '%H:%i $1') = :time", Map.of("time", "08:00")))
                .isEqualTo(SqlFragment.of("DATE_FORMAT(at, '%H:%i $1') = ?", "08:00"));
    }

    @Test
    void aNameWithNothingForItIsAMistake() {
        assertThatIllegalArgumentException().isThrownBy(() -> SqlFragment.named("id = :id", Map.of("ids", 1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SqlFragment.named("id IN (:ids)", Map.of("ids", List.of())));
    }

    @Test
    void joinedPiecesKeepTheSequenceOfTheirValues() {
        List<SqlFragment> pieces = List.of(SqlFragment.of("a = ?", 1), SqlFragment.of("b = ? AND c = ?", null, 3));

        assertThat(SqlFragment.join(" OR ", pieces))
                .isEqualTo(new SqlFragment("a = ? OR b = ? AND c = ?", Arrays.asList(1, null, 3)));
        assertThat(SqlFragment.join(" OR ", List.of())).isEqualTo(SqlFragment.EMPTY);
    }
}
