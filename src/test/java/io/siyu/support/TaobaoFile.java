package io.siyu.support;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Writes made-up orders as Taobao exports them: the 62 columns of the demo shop's export, in its encoding. */
public final class TaobaoFile {
    private static final Path SAMPLE = Path.of("db/demo/taobao_orders.csv");
    private static final Charset CHARSET = Charset.forName("GB18030");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final String[] NAMES = {"李磊", "韩梅梅", "王芳", "张伟", "刘洋", "陈静"};
    private static final String[] STREETS = {
        "浙江省 杭州市 西湖区 文三路", "广东省 深圳市 南山区 科技园路", "四川省 成都市 锦江区 春熙路",
    };

    private final String header;
    private final int width;
    private final Map<String, Integer> columns = new HashMap<>();

    private TaobaoFile(String header) {
        String[] names = header.split(",");
        this.header = header;
        this.width = names.length;
        for (int i = 0; i < names.length; i++) {
            columns.put(names[i].strip(), i);
        }
    }

    public static Path write(Path file, MadeOrders orders, int from, int to) {
        return write(file, orders, from, to, row -> row);
    }

    /** @param edit what is done to each row before it is written, such as damage */
    public static Path write(Path file, MadeOrders orders, int from, int to, UnaryOperator<String> edit) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (BufferedWriter out = Files.newBufferedWriter(file, CHARSET)) {
                TaobaoFile taobao = new TaobaoFile(sampleHeader());
                out.write(taobao.header + "\r\n");
                for (int index = from; index < to; index++) {
                    out.write(edit.apply(taobao.row(orders.at(index))) + "\r\n");
                }
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("No orders can be written to " + file, e);
        }
    }

    private static String sampleHeader() throws IOException {
        try (var lines = Files.newBufferedReader(SAMPLE, CHARSET)) {
            return lines.readLine();
        }
    }

    private String row(MadeOrder order) {
        String[] cells = new String[width];
        Arrays.fill(cells, "");
        set(cells, "订单编号", "\"=\"\"" + order.number() + "\"\"\"");
        putBuyer(cells, order.buyer());
        set(cells, "买家应付货款", money(order.paid() + 500));
        set(cells, "买家应付邮费", "0.00");
        set(cells, "总金额", money(order.paid() + 500));
        set(cells, "买家实际支付金额", money(order.paid()));
        set(cells, "订单状态", order.state().word);
        set(cells, "订单创建时间", order.createdAt().format(TIME));
        set(cells, "订单付款时间", order.paidAt() == null ? "" : order.paidAt().format(TIME));
        set(cells, "宝贝标题", String.join("，", order.titles()));
        set(cells, "宝贝种类", String.valueOf(order.titles().size()));
        set(cells, "宝贝总数量", String.valueOf(order.quantity()));
        set(cells, "物流单号", order.paidAt() == null ? "" : "No:YT" + (400_000_000 + order.number() % 100_000_000));
        set(cells, "订单备注", "'null'");
        set(cells, "店铺名称", "测试店");
        set(cells, "订单关闭原因", order.state().closingReason);
        set(cells, "买家服务费", "0元");
        set(cells, "是否代付", "null");
        set(cells, "退款金额", money(order.refund()));
        set(cells, "打款商家金额", money(order.paid() - order.refund()) + "元");
        return String.join(",", cells);
    }

    private void putBuyer(String[] cells, int buyer) {
        String phone = "13" + String.format("%09d", buyer);
        set(cells, "买家会员名", "tb_" + buyer);
        set(cells, "买家支付宝账号", buyer % 3 == 0 ? phone : buyer % 3 == 1 ? buyer + "@example.com" : "");
        set(cells, "收货人姓名", NAMES[buyer % NAMES.length]);
        set(cells, "收货地址", STREETS[buyer % STREETS.length] + (1 + buyer % 300) + "号");
        set(cells, "联系手机", "'" + phone);
    }

    private void set(String[] cells, String column, String value) {
        cells[columns.get(column)] = value;
    }

    private static String money(long cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }
}
