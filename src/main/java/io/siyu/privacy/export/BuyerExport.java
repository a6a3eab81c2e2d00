package io.siyu.privacy.export;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import io.siyu.buyer.BuyerPortraitResponse;
import io.siyu.buyer.BuyerService;
import io.siyu.buyer.contact.FullContact;
import io.siyu.buyer.person.MergedBuyers;
import io.siyu.buyer.reveal.ContactService;
import io.siyu.platform.sql.InLists;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Writes all that is known of a person as one JSON document, page by page, so that it needs no more memory for more. */
@ApplicationScoped
public class BuyerExport {
    private final BuyerService buyers;
    private final ContactService contacts;
    private final MergedBuyers merged;
    private final ObjectMapper json;
    private final Sql sql;
    private final List<ExportSection> sections;

    BuyerExport(
            BuyerService buyers,
            ContactService contacts,
            MergedBuyers merged,
            ObjectMapper json,
            Sql sql,
            @All List<ExportSection> contributed) {
        this.sections = Stream.concat(ExportSections.OF_BUYERS_AND_ORDERS.stream(), contributed.stream())
                .sorted(Comparator.comparingInt(ExportSection::place))
                .toList();
        this.merged = merged;
        this.buyers = buyers;
        this.contacts = contacts;
        this.json = json;
        this.sql = sql;
    }

    public void write(long shopId, long buyerId, OutputStream output) throws IOException {
        BuyerPortraitResponse portrait = buyers.portrait(shopId, buyerId, null);
        FullContact contact = contacts.all(shopId, buyerId);
        List<Long> person = merged.of(shopId, buyerId);
        try (JsonGenerator generator = json.createGenerator(output)) {
            generator.writeStartObject();
            generator.writePOJOField("buyer", json.valueToTree(portrait.buyer()));
            generator.writePOJOField("contact", json.valueToTree(contact));
            generator.writePOJOField("follower", json.valueToTree(portrait.follower()));
            generator.writePOJOField("tags", portrait.tags());
            generator.writePOJOField("purchaseDays", purchaseDays(shopId, buyerId));
            for (ExportSection section : sections) {
                write(generator, section, shopId, person);
            }
            generator.writeEndObject();
        }
    }

    private void write(JsonGenerator generator, ExportSection section, long shopId, List<Long> person)
            throws IOException {
        generator.writeArrayFieldStart(section.name());
        long after = 0;
        List<ExportSection.Item> page;
        do {
            List<Object> params = new ArrayList<>(person);
            params.add(0, shopId);
            params.add(after);
            page = sql.list(section.query(person.size()), section::read, params.toArray());
            Map<Long, List<Map<String, Object>>> lines =
                    section.name().equals("orders") ? lines(shopId, page) : Map.of();
            for (ExportSection.Item item : page) {
                if (section.name().equals("orders")) {
                    item.values().put("lines", lines.getOrDefault(item.key(), List.of()));
                }
                ExportSection.write(generator, item.values());
                after = item.key();
            }
        } while (!section.isLastPage(page));
        generator.writeEndArray();
    }

    private Map<Long, List<Map<String, Object>>> lines(long shopId, List<ExportSection.Item> orders) {
        Map<Long, List<Map<String, Object>>> lines = new HashMap<>();
        for (List<Long> some :
                InLists.of(orders.stream().map(ExportSection.Item::key).toList())) {
            sql.forEach(
                    "SELECT order_id, title, sku, quantity, unit_price, ordered_quantity FROM order_line WHERE shop_id = ? AND order_id IN ("
                            + Sql.places(some.size()) + ") ORDER BY order_id, line_no",
                    row -> {
                        Map<String, Object> line = new LinkedHashMap<>();
                        line.put("title", row.textAt("title"));
                        line.put("sku", row.textAt("sku"));
                        line.put("quantity", row.nullableIntAt("quantity"));
                        line.put("unitPrice", row.textAt("unit_price"));
                        line.put("orderedQuantity", row.nullableIntAt("ordered_quantity"));
                        lines.computeIfAbsent(row.longAt("order_id"), id -> new ArrayList<>())
                                .add(line);
                    },
                    InLists.params(some, shopId));
        }
        return lines;
    }

    private List<Map<String, Object>> purchaseDays(long shopId, long buyerId) {
        return sql.list(
                "SELECT day, orders, net FROM purchase_day WHERE shop_id = ? AND buyer_id = ? ORDER BY day",
                row -> Map.<String, Object>of(
                        "day", row.textAt("day"), "orders", row.intAt("orders"), "net", row.textAt("net")),
                shopId,
                buyerId);
    }
}
