package io.siyu.platform.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A piece of SQL together with a value for each of its places, so that statements are put together from pieces and a
 * value never becomes text.
 *
 * @param params may hold nulls
 */
public record SqlFragment(String text, List<Object> params) {
    public static final SqlFragment EMPTY = SqlFragment.of("");

    /** A name, or a text in quotes, in which a colon is one. */
    private static final Pattern NAME = Pattern.compile("'[^']*'|:([a-z]\\w*)", Pattern.CASE_INSENSITIVE);

    public SqlFragment {
        params = Collections.unmodifiableList(new ArrayList<>(params));
    }

    public static SqlFragment of(String text, Object... params) {
        return new SqlFragment(text, Arrays.asList(params));
    }

    /**
     * With its values by name, as in {@code day > :day AND id IN (:ids)}: where one stands in several places, or is a
     * collection, which gets as many places as it has values.
     *
     * @throws IllegalArgumentException for a name without a value, and for a collection without any
     */
    public static SqlFragment named(String text, Map<String, ?> values) {
        List<Object> params = new ArrayList<>();
        String placed = NAME.matcher(text)
                .replaceAll(found -> found.group(1) == null
                        ? Matcher.quoteReplacement(found.group())
                        : place(found.group(1), values, params));
        return new SqlFragment(placed, params);
    }

    private static String place(String name, Map<String, ?> values, List<Object> params) {
        if (!values.containsKey(name) || values.get(name) instanceof Collection<?> none && none.isEmpty()) {
            throw new IllegalArgumentException("Nothing is given for :" + name);
        }
        Collection<?> all =
                values.get(name) instanceof Collection<?> many ? many : Collections.singletonList(values.get(name));
        params.addAll(all);
        return Sql.places(all.size());
    }

    public SqlFragment add(String more, Object... values) {
        return add(SqlFragment.of(more, values));
    }

    public SqlFragment add(SqlFragment more) {
        List<Object> all = new ArrayList<>(params);
        all.addAll(more.params);
        return new SqlFragment(text + more.text, all);
    }

    public static SqlFragment join(String separator, List<SqlFragment> pieces) {
        return new SqlFragment(
                pieces.stream().map(SqlFragment::text).collect(Collectors.joining(separator)),
                pieces.stream().flatMap(piece -> piece.params().stream()).toList());
    }
}
