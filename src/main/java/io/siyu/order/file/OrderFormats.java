package io.siyu.order.file;

import io.quarkus.arc.All;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.problem.Violation;

import jakarta.inject.Singleton;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** All formats, and which of them a file has: told by the names in its header. */
@Singleton
public final class OrderFormats {
    static final String AUTO = "auto";
    private static final int MOST_TITLE_ROWS = 4;
    private static final char[] SEPARATORS = {',', '\t', ';'};

    private final List<OrderFormat> formats;

    OrderFormats(@All List<OrderFormat> formats) {
        this.formats =
                formats.stream().sorted(Comparator.comparing(OrderFormat::code)).toList();
    }

    /** One way to read a file: a format against the row that could be its header. */
    private record Attempt(OrderFormat format, Header header, long row, char separator) {
        long known() {
            return format.columns().stream().filter(header::has).count();
        }

        List<String> missing() {
            return format.columns().stream()
                    .filter(column -> column.required() && !header.has(column))
                    .map(Column::name)
                    .toList();
        }

        long requiredFound() {
            return format.columns().stream()
                    .filter(column -> column.required() && header.has(column))
                    .count();
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
        Charset charset = Encodings.of(path);
        List<Attempt> attempts = new ArrayList<>();
        for (char separator : SEPARATORS) {
            attempts.addAll(attempts(path, charset, separator, candidates));
        }
        Attempt best = attempts.stream()
                .filter(attempt -> attempt.missing().isEmpty())
                .max(Comparator.comparingLong(Attempt::known))
                .orElseThrow(() -> refusal(attempts));
        return new OrderFile(path, charset, best.separator(), best.format(), best.header(), best.row());
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
            String known = formats.stream().map(OrderFormat::code).collect(Collectors.joining(", "));
            throw ErrorCode.VALIDATION_FAILED.problem("format", "UnknownFormat", "One of auto, " + known + ".");
        }
        return found;
    }

    private static List<Attempt> attempts(Path path, Charset charset, char separator, List<OrderFormat> candidates)
            throws IOException {
        List<Attempt> attempts = new ArrayList<>();
        try (CsvRows rows = new CsvRows(new InputStreamReader(Encodings.open(path), charset), separator)) {
            CsvRows.CsvRow row;
            while ((row = rows.next()) != null && row.number() <= MOST_TITLE_ROWS + 1) {
                Header header = new Header(row.cells());
                for (OrderFormat format : candidates) {
                    attempts.add(new Attempt(format, header, row.number(), separator));
                }
            }
        }
        return attempts;
    }

    private static RuntimeException refusal(List<Attempt> attempts) {
        Attempt nearest = attempts.stream()
                .filter(attempt -> attempt.requiredFound() > 0)
                .max(Comparator.comparingLong(Attempt::requiredFound)
                        .thenComparing(Comparator.comparingLong(Attempt::known)))
                .orElse(null);
        if (nearest == null) {
            return ErrorCode.UNKNOWN_FORMAT.problem(
                    "file", "UnknownHeader", "No row among the first ones has a column of any known format.");
        }
        List<String> missing = nearest.missing();
        return ErrorCode.UNKNOWN_FORMAT.problem(
                "The nearest format is " + nearest.format().code() + ", but these columns are missing: "
                        + String.join(", ", missing) + ".",
                missing.stream()
                        .map(name -> new Violation(name, "MissingColumn", "The file has no such column."))
                        .toList());
    }
}
