package io.siyu.order.post;

import io.siyu.order.IntakeTerms;
import io.siyu.order.ReasonCode;
import io.siyu.order.file.OrderFormat;
import io.siyu.order.file.cell.Amounts;
import io.siyu.order.file.cell.Column;
import io.siyu.order.file.cell.Header;
import io.siyu.order.file.format.GenericFormat;
import io.siyu.order.file.row.Reject;
import io.siyu.order.file.row.RejectedRowException;
import io.siyu.order.file.row.RoundedNumbers;
import io.siyu.order.file.row.SheetRow;
import io.siyu.order.incoming.IncomingLine;
import io.siyu.order.incoming.IncomingOrder;
import io.siyu.platform.language.Language;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Reads a batch of posted orders through the generic format; of one number the last good one counts, as in a file. */
final class PostedOrders {
    private static final int MOST_LINES = 500;
    private static final Header HEADER =
            new Header(GenericFormat.COLUMNS.stream().map(Column::name).toList(), GenericFormat.COLUMNS);

    private final Map<String, IncomingOrder> orders = new LinkedHashMap<>();
    private final List<PostOrdersResponse.RejectedOrder> rejects = new ArrayList<>();
    private final List<PostOrdersResponse.RejectedOrder> warned = new ArrayList<>();
    private final Map<String, Integer> indices = new HashMap<>();
    private int superseded;

    PostedOrders(OrderFormat generic, List<PostOrderRequest> requests, IntakeTerms terms, Language language) {
        List<SheetRow> rows = requests.stream()
                .map(request -> request == null ? null : row(request, terms))
                .toList();
        RoundedNumbers numbers = numbers(generic, rows);
        for (int index = 0; index < rows.size(); index++) {
            try {
                if (rows.get(index) == null) {
                    throw new RejectedRowException(null, null, ReasonCode.NO_ORDER.with());
                }
                take(index, read(generic, rows.get(index), numbers).withLines(lines(requests.get(index), terms)));
            } catch (RejectedRowException e) {
                Reject reject = e.at(index);
                rejects.add(new PostOrdersResponse.RejectedOrder(
                        index,
                        camelCase(reject.column()),
                        reject.value(),
                        reject.reason().in(language)));
            }
        }
        warn(language);
    }

    private void take(int index, IncomingOrder order) {
        // Put anew, so that the last one also stands last.
        superseded += orders.remove(order.orderNo()) == null ? 0 : 1;
        orders.put(order.orderNo(), order);
        indices.put(order.orderNo(), index);
    }

    /** Of the orders that are taken, those that leave something open. */
    private void warn(Language language) {
        for (IncomingOrder order : orders.values()) {
            ReasonCode warning = order.warning();
            if (warning != null) {
                warned.add(new PostOrdersResponse.RejectedOrder(
                        indices.get(order.orderNo()),
                        "refundAmount",
                        order.orderNo(),
                        warning.with().in(language)));
            }
        }
    }

    /** JSON knows numbers of any length, but many who write it do not: theirs end in zeros as those of a spreadsheet do. */
    private static RoundedNumbers numbers(OrderFormat generic, List<SheetRow> rows) {
        RoundedNumbers numbers = RoundedNumbers.ofBatch();
        Set<String> seen = new HashSet<>();
        for (SheetRow row : rows) {
            Optional<String> number = row == null ? Optional.empty() : numberOf(generic, row);
            number.filter(seen::add).ifPresent(numbers::add);
            number.ifPresent(known -> numbers.compare(known, row, generic.lastingColumns()));
        }
        return numbers;
    }

    private static Optional<String> numberOf(OrderFormat generic, SheetRow row) {
        try {
            return Optional.of(generic.orderNo(row));
        } catch (RejectedRowException e) {
            return Optional.empty();
        }
    }

    List<IncomingOrder> orders() {
        return List.copyOf(orders.values());
    }

    List<PostOrdersResponse.RejectedOrder> rejects() {
        return rejects;
    }

    List<PostOrdersResponse.RejectedOrder> warned() {
        return warned;
    }

    int superseded() {
        return superseded;
    }

    private static SheetRow row(PostOrderRequest request, IntakeTerms terms) {
        List<String> cells = Arrays.asList(
                request.orderNo(),
                request.buyerId(),
                request.orderedAt(),
                request.paidAt(),
                request.paidAmount(),
                request.refundAmount(),
                request.status(),
                request.phone(),
                request.email(),
                request.name(),
                request.address(),
                request.updatedAt(),
                request.currency());
        cells.replaceAll(cell -> Objects.requireNonNullElse(cell, ""));
        return new SheetRow(0, HEADER, cells, terms);
    }

    private static IncomingOrder read(OrderFormat generic, SheetRow row, RoundedNumbers numbers) {
        String orderNo = generic.orderNo(row);
        if (numbers.isRounded(orderNo)) {
            throw row.rejected(generic.numberColumn(), orderNo, ReasonCode.ROUNDED_ORDER_NUMBER);
        }
        row.requireCurrency(generic.currencyColumn());
        return generic.read(List.of(row));
    }

    private static List<IncomingLine> lines(PostOrderRequest request, IntakeTerms terms) {
        List<PostOrderRequest.Line> lines = Objects.requireNonNullElse(request.lines(), List.of());
        if (lines.size() > MOST_LINES) {
            throw new RejectedRowException("lines", null, ReasonCode.TOO_MANY_LINES.with(MOST_LINES));
        }
        return lines.stream().map(line -> line(line, terms)).toList();
    }

    private static IncomingLine line(PostOrderRequest.Line line, IntakeTerms terms) {
        if (line == null || line.title() == null || line.title().isBlank()) {
            throw new RejectedRowException("lines", null, ReasonCode.NO_TITLE.with());
        }
        if (line.quantity() != null && line.quantity() < 0) {
            throw new RejectedRowException("lines", line.quantity().toString(), ReasonCode.NEGATIVE_QUANTITY.with());
        }
        String price = Objects.requireNonNullElse(line.unitPrice(), "");
        BigDecimal amount = Amounts.parse(price)
                .map(terms::rounded)
                .filter(p -> !Amounts.isTooLarge(p.abs()))
                .orElse(null);
        if (!price.isBlank() && amount == null) {
            throw new RejectedRowException("lines", price, ReasonCode.WRONG_AMOUNT.with());
        }
        return new IncomingLine(line.title(), line.sku(), line.quantity(), amount);
    }

    /** The field that a column of the format is called in JSON. */
    private static String camelCase(String column) {
        StringBuilder field = new StringBuilder();
        for (String word : column.split("_")) {
            field.append(field.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return field.toString();
    }
}
