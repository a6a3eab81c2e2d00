package io.siyu.order.file;

import io.quarkus.arc.All;
import io.siyu.order.Reason;
import io.siyu.order.ReasonCode;
import io.siyu.order.file.cell.Column;
import io.siyu.order.file.cell.Header;
import io.siyu.order.file.table.RawRow;
import io.siyu.order.file.table.Table;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.problem.Violation;

import jakarta.inject.Singleton;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** All formats, and which of them a file has: told by the names in its header. */
@Singleton
public final class OrderFormats {
    static final String AUTO = "auto";
    /** So that an import can keep it as its failure. */
    private static final int MOST_CHARACTERS_OF_NAMES = 200;

    private static final String COMMA = ", ";

    private final List<OrderFormat> formats;

    OrderFormats(@All List<OrderFormat> formats) {
        this.formats =
                formats.stream().sorted(Comparator.comparing(OrderFormat::code)).toList();
    }

    /** One way to read a file: a format against the row that could be its header. */
    private record Attempt(OrderFormat format, Table table, RawRow row, Header header) {
        static Attempt of(OrderFormat format, Table table, RawRow row) {
            return new Attempt(format, table, row, new Header(row.cells(), format.columns(), table.countsFrom1904()));
        }

        long known() {
            return format.columns().stream().filter(header::has).count();
        }

        boolean isComplete() {
            return missing().isEmpty();
        }

        /** Whether there is anything behind the names, as far as the beginning of the table tells. */
        boolean hasRows() {
            List<RawRow> head = table.head();
            return head.size() == Table.HEAD_ROWS && head.get(Table.HEAD_ROWS - 1) == row
                    || head.stream().anyMatch(other -> other.number() > row.number() && !other.isBlank());
        }

        boolean isOfItems() {
            return format.itemColumns()
                    .filter(columns -> columns.areIn(new Header(row.cells(), columns.all())))
                    .isPresent();
        }

        Optional<ReasonCode> advice() {
            return format.adviceOn(row.cells());
        }

        List<String> missing() {
            return format.columns().stream()
                    .filter(column -> column.isRequired() && !header.has(column))
                    .map(Column::name)
                    .toList();
        }
    }

    /** @throws io.siyu.platform.problem.ProblemException 400 if there is no such format */
    public void requireKnown(String code) {
        candidates(code);
    }

    /**
     * @param code a format's name, or null or {@code auto} to find it
     * @throws io.siyu.platform.problem.ProblemException 400 naming the nearest format and what it misses
     */
    public OrderFile recognise(Path path, String code) throws IOException {
        List<OrderFormat> candidates = candidates(code);
        List<Attempt> attempts = new ArrayList<>();
        List<Table> tables = Tables.of(path);
        for (Table table : tables) {
            for (RawRow row : table.head()) {
                candidates.forEach(format -> attempts.add(Attempt.of(format, table, row)));
            }
        }
        Attempt best = attempts.stream()
                .filter(Attempt::isComplete)
                .max(Comparator.comparing(Attempt::hasRows).thenComparing(Attempt::known))
                .orElseThrow(() -> refusal(attempts, candidates));
        refuseDamagedNames(best);
        refuseSeveral(best, attempts);
        return new OrderFile(
                best.table(),
                best.format(),
                best.header(),
                best.row().number(),
                best.format()
                        .itemColumns()
                        .flatMap(columns -> itemSheet(tables, best.table(), columns))
                        .orElse(null));
    }

    /** Of a column whose name is damaged nobody would notice that it is missing. */
    private static void refuseDamagedNames(Attempt best) {
        RawRow names = best.row();
        if (names.flaw() != null) {
            throw ErrorCode.UNKNOWN_FORMAT.problem(
                    "file", "DamagedHeader", names.flaw().reason());
        }
        if (names.cells().stream().anyMatch(name -> name != null && name.indexOf('\uFFFD') >= 0)) {
            throw ErrorCode.UNKNOWN_FORMAT.problem("file", "DamagedHeader", ReasonCode.HEADER_DAMAGED.with());
        }
    }

    /** Only one is read, and the orders of the others are not to be lost. */
    private static void refuseSeveral(Attempt best, List<Attempt> attempts) {
        long sheets = attempts.stream()
                .filter(attempt -> attempt.format() == best.format() && attempt.isComplete() && attempt.hasRows())
                .filter(attempt -> attempt.table() == best.table() || !attempt.isOfItems())
                .map(Attempt::table)
                .distinct()
                .count();
        if (sheets > 1) {
            throw ErrorCode.UNKNOWN_FORMAT.problem("file", "SeveralSheets", ReasonCode.SEVERAL_SHEETS.with(sheets));
        }
    }

    private static Optional<ItemSheet> itemSheet(List<Table> tables, Table orders, ItemColumns columns) {
        return tables.stream()
                .filter(table -> table != orders)
                .flatMap(table -> table.head().stream().map(row -> {
                    Header header = new Header(row.cells(), columns.all());
                    return new ItemSheet(table, columns, header, row.number());
                }))
                .filter(sheet -> columns.areIn(sheet.header()))
                .findFirst();
    }

    public OrderFormat byCode(String code) {
        return candidates(code).get(0);
    }

    private List<OrderFormat> candidates(String code) {
        if (code == null || code.isBlank() || code.equals(AUTO)) {
            return formats;
        }
        List<OrderFormat> found =
                formats.stream().filter(format -> format.code().equals(code)).toList();
        if (found.isEmpty()) {
            String known = formats.stream().map(OrderFormat::code).collect(Collectors.joining(COMMA));
            throw ErrorCode.VALIDATION_FAILED.problem("format", "UnknownFormat", ReasonCode.UNKNOWN_FORMAT.with(known));
        }
        return found;
    }

    /**
     * The nearest format is one that knows what the file is instead of orders, or else the one that knows most of the
     * names; of several, the one that misses fewest.
     */
    private static RuntimeException refusal(List<Attempt> attempts, List<OrderFormat> candidates) {
        Attempt nearest = attempts.stream()
                .filter(attempt -> attempt.known() > 0)
                .max(Comparator.<Attempt, Boolean>comparing(
                                attempt -> attempt.advice().isPresent())
                        .thenComparing(Attempt::known)
                        .thenComparing(attempt -> attempt.missing().size(), Comparator.reverseOrder()))
                .orElse(null);
        if (nearest == null) {
            Reason reason = candidates.size() == 1
                    ? ReasonCode.NO_COLUMN_OF_FORMAT.with(candidates.get(0).code())
                    : ReasonCode.NO_KNOWN_COLUMN.with();
            return ErrorCode.UNKNOWN_FORMAT.problem("file", "UnknownHeader", reason);
        }
        List<String> missing = nearest.missing();
        return ErrorCode.UNKNOWN_FORMAT.problem(
                nearest.advice()
                        .orElse(ReasonCode.MISSING_COLUMNS)
                        .with(nearest.format().code(), named(missing)),
                language -> missing.stream()
                        .map(name -> new Violation(
                                name,
                                "MissingColumn",
                                ReasonCode.NO_SUCH_COLUMN.with().in(language)))
                        .toList());
    }

    /** As many whole names as fit. */
    private static String named(List<String> columns) {
        String all = String.join(COMMA, columns);
        return all.length() <= MOST_CHARACTERS_OF_NAMES
                ? all
                : all.substring(0, all.lastIndexOf(COMMA, MOST_CHARACTERS_OF_NAMES) + COMMA.length()) + '…';
    }
}
