package io.siyu.platform.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A piece of SQL together with a value for each of its places, so that statements are put together from pieces and a
 * value never becomes text.
 *
 * @param params may hold nulls
 */
public record Fragment(String text, List<Object> params) {
    public static final Fragment EMPTY = Fragment.of("");

    public Fragment {
        params = Collections.unmodifiableList(new ArrayList<>(params));
    }

    public static Fragment of(String text, Object... params) {
        return new Fragment(text, Arrays.asList(params));
    }

    public Fragment add(String more, Object... values) {
        return add(Fragment.of(more, values));
    }

    public Fragment add(Fragment more) {
        List<Object> all = new ArrayList<>(params);
        all.addAll(more.params);
        return new Fragment(text + more.text, all);
    }

    public static Fragment join(String separator, List<Fragment> pieces) {
        return new Fragment(
                pieces.stream().map(Fragment::text).collect(Collectors.joining(separator)),
                pieces.stream().flatMap(piece -> piece.params().stream()).toList());
    }
}
