package io.siyu.order.file;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** As little of an order of 10.00 as each format reads, so that what holds for all of them is tested on each. */
public record SmallestRow(String format, String numberColumn, List<String> numbers, Map<String, String> cells) {
    private static final List<String> DIGITS =
            List.of("2022072512345923451", "2022072512345934562", "2022072512345945673", "2022072512345956784");

    private static final List<SmallestRow> ALL = List.of(
            new SmallestRow(
                    "taobao",
                    "订单编号",
                    DIGITS,
                    of("买家会员名", "甲", "买家实际支付金额", "10.00", "订单状态", "交易成功", "订单创建时间", "2026-03-01 10:00:00")),
            new SmallestRow(
                    "jd",
                    "订单号",
                    DIGITS,
                    of("下单帐号", "jd_a", "应付金额", "10.00", "订单状态", "完成", "下单时间", "2026-03-01 10:00:00")),
            new SmallestRow(
                    "pdd",
                    "订单号",
                    List.of(
                            "260301-100000000000001",
                            "260301-100000000000002",
                            "260301-100000000000003",
                            "260301-100000000000004"),
                    of("用户实付金额(元)", "10.00", "订单状态", "已收货", "订单成交时间", "2026-03-01 10:00:00", "售后状态", "")),
            new SmallestRow(
                    "douyin",
                    "主订单编号",
                    DIGITS,
                    of("订单应付金额", "10.00", "订单状态", "已完成", "订单提交时间", "2026-03-01 10:00:00", "售后状态", "-")),
            new SmallestRow(
                    "youzan",
                    "订单号",
                    List.of(
                            "E20260301100000000000001",
                            "E20260301100000000000002",
                            "E20260301100000000000003",
                            "E20260301100000000000004"),
                    of("订单实付金额", "10.00", "订单状态", "交易完成", "订单创建时间", "2026-03-01 10:00:00", "买家昵称", "乙")),
            new SmallestRow(
                    "shopify",
                    "Name",
                    List.of("#1001", "#1002", "#1003", "#1004"),
                    of(
                            "Financial Status",
                            "paid",
                            "Total",
                            "10.00",
                            "Created at",
                            "2026-03-01 10:00:00 +0800",
                            "Lineitem name",
                            "Tea",
                            "Email",
                            "a@example.org")),
            new SmallestRow(
                    "generic",
                    "order_no",
                    DIGITS,
                    of(
                            "buyer_id",
                            "b1",
                            "ordered_at",
                            "2026-03-01 10:00:00",
                            "paid_amount",
                            "10.00",
                            "status",
                            "COMPLETED",
                            "phone",
                            "")));

    public static List<SmallestRow> ofAllFormats() {
        return ALL;
    }

    public static SmallestRow of(String format) {
        return ALL.stream()
                .filter(row -> row.format().equals(format))
                .findFirst()
                .orElseThrow();
    }

    /** Of the order that has the number at the index; what is in the map stands in the place of the usual, or behind it. */
    public Map<String, String> with(int index, Map<String, String> others) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put(numberColumn, numbers.get(index));
        row.putAll(cells);
        row.putAll(others);
        return row;
    }

    @Override
    public String toString() {
        return format;
    }

    private static Map<String, String> of(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
