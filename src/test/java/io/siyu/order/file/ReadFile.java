package io.siyu.order.file;

import io.siyu.order.IntakeTerms;
import io.siyu.order.file.format.DouyinFormat;
import io.siyu.order.file.format.GenericFormat;
import io.siyu.order.file.format.JdFormat;
import io.siyu.order.file.format.PddFormat;
import io.siyu.order.file.format.ShopifyFormat;
import io.siyu.order.file.format.TaobaoFormat;
import io.siyu.order.file.format.YouzanFormat;
import io.siyu.order.file.row.Reject;
import io.siyu.order.incoming.IncomingOrder;
import io.siyu.platform.problem.ProblemException;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads a text as if it were an uploaded file. */
public final class ReadFile {
    public static final IntakeTerms SHANGHAI = new IntakeTerms(Currency.getInstance("CNY"), ZoneId.of("Asia/Shanghai"));
    private static final OrderFormats FORMATS = new OrderFormats(List.of(
            new TaobaoFormat(),
            new JdFormat(),
            new PddFormat(),
            new DouyinFormat(),
            new YouzanFormat(),
            new ShopifyFormat(),
            new GenericFormat()));

    public final OrderFormat format;
    public final List<IncomingOrder> orders = new ArrayList<>();
    public final List<Reject> rejects = new ArrayList<>();
    public final List<OrderReader.Item> superseded = new ArrayList<>();
    public final long rows;

    private ReadFile(byte[] bytes, String format) {
        this(bytes, format, Integer.MAX_VALUE);
    }

    private ReadFile(byte[] bytes, String format, int mostOrders) {
        try {
            Path path = Files.createTempFile("orders", ".csv");
            try {
                Files.write(path, bytes);
                OrderFile file = FORMATS.recognise(path, format);
                this.format = file.format();
                FileSurvey survey = FileSurvey.of(file, SHANGHAI, mostOrders, rows -> {});
                this.rows = survey.rows();
                readAll(file, survey);
            } finally {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static ReadFile of(String text) {
        return of(text, StandardCharsets.UTF_8);
    }

    public static ReadFile of(String text, Charset charset) {
        return of(text.getBytes(charset));
    }

    public static ReadFile of(byte[] bytes) {
        return new ReadFile(bytes, null);
    }

    /** One of the small exports that come with the tests. */
    static ReadFile ofResource(String name) {
        return of(bytesOf(name));
    }

    static boolean isRefused(String name, String format) {
        try {
            return new ReadFile(bytesOf(name), format).rows < 0;
        } catch (ProblemException e) {
            return true;
        }
    }

    private static byte[] bytesOf(String name) {
        try (InputStream in = ReadFile.class.getResourceAsStream("/orders/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A table of which the first row names the columns. */
    public static ReadFile of(List<Map<String, String>> rows) {
        StringBuilder text = new StringBuilder(line(rows.get(0).keySet()));
        rows.forEach(row -> text.append(line(row.values())));
        return of(text.toString());
    }

    private static String line(Collection<String> cells) {
        return cells.stream()
                .map(cell -> cell.matches("(?s).*[,\"\n\r].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell)
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    public static ReadFile of(String text, String format) {
        return new ReadFile(text.getBytes(StandardCharsets.UTF_8), format);
    }

    static ReadFile ofAtMost(int orders, String text) {
        return new ReadFile(text.getBytes(StandardCharsets.UTF_8), null, orders);
    }

    /** One row of the generic format under its header. */
    static ReadFile generic(String... rows) {
        return of("order_no,buyer_id,ordered_at,paid_amount,refund_amount,status,phone\n" + String.join("\n", rows));
    }

    public IncomingOrder only() {
        if (orders.size() != 1 || !rejects.isEmpty()) {
            throw new AssertionError(orders.size() + " orders, " + rejects);
        }
        return orders.get(0);
    }

    private void readAll(OrderFile file, FileSurvey survey) throws IOException {
        try (OrderReader reader = new OrderReader(file, SHANGHAI, survey)) {
            OrderReader.Item item;
            long rowsBefore = 0;
            while ((item = reader.next()) != null) {
                if (rowsBefore >= rows) {
                    throw new AssertionError("All " + rows + " rows counted as read before " + item);
                }
                rowsBefore = reader.rowsRead();
                if (item.reject() != null) {
                    rejects.add(item.reject());
                } else if (survey.isSuperseded(item)) {
                    superseded.add(item);
                } else {
                    orders.add(item.order());
                }
            }
        }
    }
}
