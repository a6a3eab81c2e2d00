package io.siyu.order.file;

import io.siyu.order.OrderStatus;
import io.siyu.order.ReasonCode;
import io.siyu.order.file.row.Reject;
import io.siyu.order.incoming.IncomingLine;
import io.siyu.order.incoming.IncomingOrder;
import io.siyu.platform.language.Language;
import io.siyu.platform.problem.ProblemException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class WorkbookTest {
    private static final String[] HEADER = {"order_no", "buyer_id", "ordered_at", "paid_amount", "status"};
    private static final String SHEET_START =
            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
                    + "<sheetData><row r=\"1\">";

    private static final byte[] ONE_ORDER = order("A1", "b1", "2024-05-01", 100.25, "PAID");

    private static byte[] order(Object... cells) {
        return workbook(workbook -> orders(workbook, "Orders", cells));
    }

    private static Worksheet orders(Workbook workbook, String name, Object... cells) {
        Worksheet sheet = workbook.newWorksheet(name);
        put(sheet, 0, (Object[]) HEADER);
        put(sheet, 1, cells);
        return sheet;
    }

    private static byte[] workbook(Consumer<Workbook> content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "test", "1.0")) {
            content.accept(workbook);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void put(Worksheet sheet, int row, Object... cells) {
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] instanceof Number number) {
                sheet.value(row, i, number);
            } else {
                sheet.value(row, i, (String) cells[i]);
            }
        }
    }

    private static byte[] zip(String name, Consumer<ZipOutputStream> more) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            write(zip, "[Content_Types].xml", "<Types/>");
            write(zip, "xl/workbook.xml", "<workbook/>");
            write(zip, name, SHEET_START);
            more.accept(zip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void write(ZipOutputStream zip, String name, String text) {
        try {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertRefused(byte[] bytes, String reason) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> ReadFile.of(bytes))
                .withMessageContaining(reason);
    }

    @Test
    void findsTheSheetWithOrdersUnderItsTitle() {
        ReadFile file = ReadFile.of(workbook(workbook -> {
            put(workbook.newWorksheet("发货报表"), 0, "订单编号", "物流单号");
            put(workbook.newWorksheet("销售明细"), 0, "子订单编号", "主订单编号", "商品标题", "购买数量", "退款金额");
            Worksheet orders = workbook.newWorksheet("订单报表");
            put(orders, 0, "订单报表 2024-05");
            put(orders, 2, "订单编号", "订单状态", "买家实付金额", "订单付款时间");
            put(orders, 3, "2000005363651017850", "交易成功", "139.12", "2024-05-01 10:00:00");
            put(orders, 5, "2000005363651017851", "未知", "139.12", "2024-05-01 10:00:00");
        }));

        assertThat(file.format.code()).isEqualTo("taobao");
        assertThat(file.orders).extracting(IncomingOrder::orderNo).containsExactly("2000005363651017850");
        assertThat(file.rejects).extracting(Reject::row).containsExactly(6L);
    }

    @Test
    void givesOrdersTheItemsOfTheirSheet() {
        ReadFile file = ReadFile.of(workbook(workbook -> {
            Worksheet orders = workbook.newWorksheet("订单报表");
            put(orders, 0, "订单编号", "订单状态", "买家实付金额", "订单付款时间", "商品标题");
            put(orders, 1, "2000005363651017850", "交易成功", "139.12", "2024-05-01 10:00:00", "茶杯，蓝，三件套，餐巾");
            put(orders, 2, "2000005363651017851", "交易成功", "20.00", "2024-05-01 10:00:00", "门牌");
            Worksheet items = workbook.newWorksheet("销售明细");
            put(items, 0, "销售明细 2024-05");
            put(items, 1, "子订单编号", "主订单编号", "商品标题", "商品价格", "购买数量", "商家编码", "退款金额");
            put(items, 2, "=\"2000005363651017861\"", "=\"2000005363651017850\"", "茶杯，蓝，三件套", "59.00", "2", "C-3", "");
            put(items, 3, "2000005363651017862", "2000005363651017850", "餐巾", "21.12元", "1", "", "");
            put(items, 4, "2000005363651017863", "2000005363651017999", "别的订单", "1.00", "1", "", "");
        }));

        assertThat(file.orders.get(0).lines())
                .containsExactly(
                        new IncomingLine("茶杯，蓝，三件套", "C-3", 2, new BigDecimal("59.00")),
                        new IncomingLine("餐巾", null, 1, new BigDecimal("21.12")));
        assertThat(file.orders.get(1).lines()).extracting(IncomingLine::title).containsExactly("门牌");
        assertThat(file.rejects).singleElement().satisfies(reject -> {
            assertThat(reject.reason().code()).isEqualTo(ReasonCode.ITEM_WITHOUT_ORDER);
            assertThat(reject.reason().in(Language.ENGLISH)).contains("row 5");
        });
    }

    /** As some programs write them, with an offset that no spreadsheet shows. */
    @Test
    void readsCellsOfTheKindOfDates() {
        byte[] plain = workbook(workbook -> {
            Worksheet sheet = orders(workbook, "Orders", "A1", "b1", 1, 100.25, "PAID");
            put(sheet, 2, "A2", "b1", 1, 100.25, "PAID");
            put(sheet, 3, "A3", "b<1", 1, 100.25, "PAID");
            put(sheet, 4, "A4", "b1", 1, 100.25, "PAID");
        });
        byte[] dated = edited(plain, "xl/worksheets/sheet1.xml", xml -> xml.replaceAll(
                        "<c r=\"C2\"[^>]*><v>1</v>", "<c r=\"C2\" t=\"d\"><v>2026-03-01T10:30:00</v>")
                .replaceAll("<c r=\"C3\"[^>]*><v>1</v>", "<c t='d' r='C3'><v>2026-03-01T10:30:00Z</v>")
                .replaceAll("<c r=\"C4\"[^>]*><v>1</v>", "<c r=\"C4\" t=\"d\"><v>2026-03-01</v>")
                .replaceAll("<c r=\"C5\"[^>]*><v>1</v>", "<c r=\"C5\" t=\"d\"><v>soon</v>"));

        ReadFile file = ReadFile.of(dated);

        assertThat(file.orders)
                .extracting(IncomingOrder::createdAt)
                .containsExactly(
                        Instant.parse("2026-03-01T02:30:00Z"),
                        Instant.parse("2026-03-01T02:30:00Z"),
                        Instant.parse("2026-02-28T16:00:00Z"));
        assertThat(file.orders.get(2).buyer().platformId()).isEqualTo("b<1");
        assertThat(file.rejects).extracting(Reject::row).containsExactly(5L);
    }

    @Test
    void countsNumbersThatAreNotMarkedAsDatesFromTheWorkbooksFirstDay() {
        byte[] plain = order("A1", "b1", 44_620.5, 44_620.5, "PAID");
        byte[] old = edited(
                plain,
                "xl/workbook.xml",
                xml -> xml.replaceFirst("<workbookPr[^>]*/>", "<workbookPr date1904=\"1\"/>"));

        assertThat(ReadFile.of(plain).only().createdAt()).isEqualTo(Instant.parse("2022-02-28T04:00:00Z"));
        assertThat(ReadFile.of(old).only().createdAt()).isEqualTo(Instant.parse("2026-03-01T04:00:00Z"));
        assertThat(ReadFile.of(old).only().paid()).isEqualByComparingTo("44620.5");
    }

    @Test
    void saysWhichItemsHaveARoundedNumberOrNone() {
        ReadFile file = ReadFile.of(workbook(workbook -> {
            Worksheet orders = workbook.newWorksheet("订单报表");
            put(orders, 0, "订单编号", "订单状态", "买家实付金额", "订单付款时间", "商品标题");
            put(orders, 1, "2000005363651017850", "交易成功", "39.12", "2024-05-01 10:00:00", "茶杯");
            Worksheet items = workbook.newWorksheet("销售明细");
            put(items, 0, "子订单编号", "主订单编号", "商品标题");
            put(items, 1, "2000005363651017861", "2000005363651010000", "茶杯");
            put(items, 2, "2000005363651017862", "2000005363651020000", "餐巾");
            put(items, 3, "2000005363651017863", "", "门牌");
            put(items, 4, "", "", "");
        }));

        assertThat(file.orders).hasSize(1);
        assertThat(file.rejects)
                .extracting(reject -> reject.reason().code())
                .containsExactly(ReasonCode.ROUNDED_ITEM, ReasonCode.ROUNDED_ITEM, ReasonCode.ITEM_WITHOUT_ORDER);
    }

    /** Whether the item's amount is told or not, when the row of its order has none. */
    @Test
    void saysThatAnItemsRefundHasNoAmount() {
        ReadFile file = ReadFile.of(workbook(workbook -> {
            Worksheet orders = workbook.newWorksheet("订单报表");
            put(orders, 0, "订单编号", "订单状态", "买家实付金额", "订单付款时间", "退款金额");
            put(orders, 1, "2000005363651017850", "交易成功", "39.12", "2024-05-01 10:00:00", "");
            put(orders, 2, "2000005363651017851", "交易成功", "39.12", "2024-05-01 10:00:00", "9.12");
            put(orders, 3, "2000005363651017852", "交易成功", "39.12", "2024-05-01 10:00:00", "");
            Worksheet items = workbook.newWorksheet("销售明细");
            put(items, 0, "子订单编号", "主订单编号", "商品标题", "退款状态", "退款金额");
            put(items, 1, "2000005363651017861", "2000005363651017850", "茶杯", "退款成功", "");
            put(items, 2, "2000005363651017862", "2000005363651017851", "餐巾", "退款成功", "");
            put(items, 3, "2000005363651017863", "2000005363651017852", "餐巾", "退款成功", "5.00");
        }));

        assertThat(file.orders).extracting(IncomingOrder::refundUnknown).containsExactly(true, false, false);
        assertThat(file.orders)
                .extracting(order -> order.refund().toPlainString())
                .containsExactly("0.00", "9.12", "5.00");
    }

    @Test
    void saysWhichItemsHaveLostTheirOrder() {
        ReadFile file = ReadFile.of(workbook(workbook -> {
            Worksheet orders = workbook.newWorksheet("订单报表");
            put(orders, 0, "订单编号", "订单状态", "买家实付金额", "订单付款时间", "商品标题");
            put(orders, 1, "2000005363651017850", "交易成功", "39.12", "2024-05-01 10:00:00", "茶杯");
            Worksheet items = workbook.newWorksheet("销售明细");
            put(items, 0, "子订单编号", "主订单编号", "商品标题");
            put(items, 1, "2000005363651017861", "2.00001E+18", "茶杯");
            put(items, 2, "2000005363651017862", 2000005363651017850L, "餐巾");
        }));

        assertThat(file.orders).hasSize(1);
        assertThat(file.rejects).extracting(Reject::column).containsExactly("主订单编号", "主订单编号");
        assertThat(file.rejects.get(1).reason().in(Language.ENGLISH)).contains("row 3 of the sheet of items");
    }

    /** Where the shop has left the order's own refund out of the columns. */
    @ParameterizedTest
    @CsvSource({"退款成功,9.12", "退款中,39.12", "退款关闭,39.12"})
    void countsWhatWentBackForItems(String status, BigDecimal net) {
        IncomingOrder order = ReadFile.of(workbook(workbook -> {
                    Worksheet orders = workbook.newWorksheet("订单报表");
                    put(orders, 0, "订单编号", "订单状态", "买家实付金额", "订单付款时间");
                    put(orders, 1, "2000005363651017850", "交易成功", "39.12", "2024-05-01 10:00:00");
                    Worksheet items = workbook.newWorksheet("销售明细");
                    put(items, 0, "子订单编号", "主订单编号", "商品标题", "退款状态", "退款金额");
                    put(items, 1, "2000005363651017861", "2000005363651017850", "茶杯", status, "10.00");
                    put(items, 2, "2000005363651017862", "2000005363651017850", "餐巾", status, "20.00元");
                }))
                .only();

        assertThat(order.net()).isEqualByComparingTo(net);
        assertThat(order.lines()).hasSize(2);
    }

    @Test
    void readsNumbersAndDatesAsTheyAreMeant() {
        LocalDateTime time = LocalDateTime.of(2024, 5, 1, 10, 0, 30);
        IncomingOrder order = ReadFile.of(workbook(workbook -> {
                    Worksheet sheet = orders(workbook, "Orders", 241201000123L, 17850, null, 0.1 + 0.2, "COMPLETED");
                    sheet.value(1, 2, time);
                    sheet.style(1, 2).format("yyyy/m/d h:mm:ss").set();
                }))
                .only();

        assertThat(order.orderNo()).isEqualTo("241201000123");
        assertThat(order.buyer().platformId()).isEqualTo("17850");
        assertThat(order.paid()).isEqualByComparingTo("0.30");
        assertThat(order.createdAt()).isEqualTo(Instant.parse("2024-05-01T02:00:30Z"));
    }

    @Test
    void readsADateThatHasLostItsFormat() {
        IncomingOrder order =
                ReadFile.of(order("A1", "b1", 45413.5, "10", "PAID")).only();

        assertThat(order.createdAt()).isEqualTo(Instant.parse("2024-05-01T04:00:00Z"));
        assertThat(order.status()).isEqualTo(OrderStatus.PAID);
    }

    @Test
    void rejectsAnOrderNumberThatWasStoredAsALongNumber() {
        ReadFile file = ReadFile.of(order(2000005363651017850L, "b1", "2024-05-01", "10", "PAID"));

        assertThat(file.rejects).singleElement().satisfies(reject -> {
            assertThat(reject.row()).isEqualTo(2);
            assertThat(reject.reason().in(Language.ENGLISH)).contains("spreadsheet has rounded");
        });
    }

    @Test
    void readsTheResultsOfFormulas() {
        IncomingOrder order = ReadFile.of(order("=\"2000005363651017850\"", "b1", "2024-05-01", "10", "PAID"))
                .only();

        assertThat(order.orderNo()).isEqualTo("2000005363651017850");
    }

    @Test
    void namesTheNearestFormatOfAWorkbookWithoutOrders() {
        byte[] items =
                workbook(workbook -> put(workbook.newWorksheet("销售明细"), 0, "子订单编号", "主订单编号", "商品标题", "购买数量", "退款金额"));

        assertRefused(items, "订单报表");
        assertRefused(workbook(workbook -> put(workbook.newWorksheet("x"), 0, "foo")), "any known format");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../evil.xml", "xl/../../evil.xml", "/etc/evil.xml", "C:\\evil.xml", "xl\\..\\..\\evil.xml"})
    void refusesAPartWhoseNameLeadsOutOfTheArchive(String name) {
        assertRefused(zip(name, zip -> {}), "leads out");
    }

    @Test
    void refusesABombWithoutUnpackingIt() {
        String megabyte = "<c><v>1</v></c>".repeat(70_000);
        byte[] bomb = zip("xl/worksheets/sheet1.xml", zip -> {
            for (int i = 0; i < 40; i++) {
                write(zip, "xl/worksheets/more" + i + ".xml", megabyte);
            }
        });

        assertThat(bomb.length).isLessThan(1 << 18);
        assertRefused(bomb, "far larger unpacked");
    }

    @Test
    void refusesTextsAndCellsBeyondWhatASheetCanHold() {
        String noise = new Random(1)
                .ints(400_000, 'a', 'z')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();

        assertRefused(zip("xl/worksheets/sheet1.xml", zip -> write(zip, "xl/a.xml", "<t>" + noise)), "too large");
        assertRefused(
                zip("xl/worksheets/sheet1.xml", zip -> write(zip, "xl/a.xml", "<c r=\"ZZZZZZ1\"/>")), "too large");
    }

    @Test
    void refusesOtherArchivesAndDamagedWorkbooks() {
        byte[] archive = workbook(workbook -> put(workbook.newWorksheet("x"), 0, (Object[]) HEADER));

        assertRefused(Arrays.copyOf(archive, archive.length / 2), "damaged");
        assertRefused(zip("xl/worksheets/sheet1.xml", zip -> {}), "cannot be read");
    }

    @Property(tries = 60)
    void tellsTheSameOrdersAsTheTextWithTheSameRows(@ForAll("rows") List<List<String>> rows) {
        String text = Stream.concat(Stream.of(List.of(HEADER)), rows.stream())
                .map(row -> String.join(",", row) + "\n")
                .collect(Collectors.joining());
        byte[] workbook = workbook(wb -> {
            Worksheet sheet = wb.newWorksheet("Orders");
            put(sheet, 0, (Object[]) HEADER);
            for (int i = 0; i < rows.size(); i++) {
                put(sheet, i + 1, rows.get(i).toArray());
            }
        });

        assertThat(ReadFile.of(workbook).orders).isEqualTo(ReadFile.of(text).orders);
        assertThat(ReadFile.of(workbook).rejects).isEqualTo(ReadFile.of(text).rejects);
    }

    @Provide
    Arbitrary<List<List<String>>> rows() {
        Arbitrary<List<String>> row = Combinators.combine(
                        Arbitraries.of("A1", "A2", "A3", "=\"A4\"", "2.0E+18", "汉"),
                        Arbitraries.of("b1", "null", "买家", ""),
                        Arbitraries.of("2024-05-01", "2024/5/1 8:00", "45413.5", "never", ""),
                        Arbitraries.of("1", "1.50", "￥20元", "-1", ""),
                        Arbitraries.of("PAID", "UNPAID", "refunded", "?", ""))
                .as((a, b, c, d, e) -> List.of(a, b, c, d, e));
        return row.list().ofMaxSize(8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"#REF!", "#N/A", "abc"})
    void rejectsACellWithAnErrorInThePlaceOfItsValue(String error) {
        byte[] bytes = edited(
                ONE_ORDER,
                "xl/worksheets/sheet1.xml",
                xml -> xml.replaceFirst(
                        "<c r=\"D2\"([^>]*)>.*?</c>",
                        "<c r=\"D2\" t=\"" + (error.equals("abc") ? "n" : "e") + "\"><v>" + error + "</v></c>"));

        ReadFile file = ReadFile.of(bytes);
        assertThat(file.orders).isEmpty();
        assertThat(file.rejects).singleElement().satisfies(reject -> {
            assertThat(reject.column()).isEqualTo("paid_amount");
            assertThat(reject.value()).isEqualTo(error.equals("abc") ? "***" : error);
        });
    }

    @Test
    void refusesAWorkbookOfWhichAByteHasChanged() throws IOException {
        byte[] bytes = stored(ONE_ORDER);
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("100.25");
        bytes[at] = '9';

        assertRefused(bytes, "damaged");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[Content_Types].xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/workbook.xml"})
    void refusesAWorkbookOfWhichAPartIsCutOffOrNoXml(String part) {
        for (UnaryOperator<String> damage : List.<UnaryOperator<String>>of(
                xml -> xml.substring(0, xml.length() / 2),
                xml -> xml.replaceFirst("<", "<\0"),
                xml -> "&nope;" + xml)) {
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> ReadFile.of(edited(ONE_ORDER, part, damage)));
        }
    }

    @Test
    void refusesAWorkbookWithSeveralSheetsOfOrdersRatherThanLoseOne() {
        byte[] bytes = workbook(workbook -> {
            for (String month : List.of("1月", "2月")) {
                orders(workbook, month, "A" + month.charAt(0), "b1", "2024-05-01", "10", "PAID");
            }
        });

        assertRefused(bytes, "2 sheets of orders");
    }

    @Test
    void refusesAlsoASecondSheetThatNamesSomeColumnsMore() {
        byte[] bytes = workbook(workbook -> {
            orders(workbook, "1", "A1", "b1", "2024-05-01", "10", "PAID");
            Worksheet other = workbook.newWorksheet("2");
            put(other, 0, "order_no", "buyer_id", "ordered_at", "paid_amount", "status", "phone");
            put(other, 1, "A2", "b1", "2024-05-01", "10", "PAID", "");
        });

        assertRefused(bytes, "2 sheets of orders");
    }

    @Test
    void rejectsAFormulaThatNobodyHasCalculated() {
        byte[] bytes = edited(
                ONE_ORDER,
                "xl/worksheets/sheet1.xml",
                xml -> xml.replaceFirst("<c r=\"D2\"([^>]*)>.*?</c>", "<c r=\"D2\"><f>X!A1</f></c>"));

        assertThat(ReadFile.of(bytes).rejects).singleElement().satisfies(reject -> assertThat(reject.value())
                .isEqualTo("#VALUE!"));
    }

    @Test
    void readsTheSheetWithRowsAndNotAnEmptyOrAHiddenOne() {
        ReadFile file = ReadFile.of(workbook(workbook -> {
            Worksheet old = orders(workbook, "old", "A1", "b1", "2024-05-01", "10", "UNPAID");
            old.setVisibilityState(VisibilityState.HIDDEN);
            Worksheet empty = workbook.newWorksheet("empty");
            put(empty, 0, (Object[]) HEADER);
            for (int row = 1; row <= 12; row++) {
                put(empty, row, "", "", "", "", "");
            }
            orders(workbook, "Orders", "A1", "b1", "2024-05-01", "10", "PAID");
        }));

        assertThat(file.only().status()).isEqualTo(OrderStatus.PAID);
    }

    /** The workbook with another text in one of its parts. */
    private static byte[] edited(byte[] workbook, String part, UnaryOperator<String> edit) {
        return rezipped(workbook, (zip, name, content) -> {
            byte[] text = name.equals(part)
                    ? edit.apply(new String(content, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8)
                    : content;
            zip.putNextEntry(new ZipEntry(name));
            zip.write(text);
        });
    }

    /** The workbook without compression. */
    private static byte[] stored(byte[] workbook) {
        return rezipped(workbook, (zip, name, content) -> {
            CRC32 sum = new CRC32();
            sum.update(content);
            ZipEntry entry = new ZipEntry(name);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(content.length);
            entry.setCrc(sum.getValue());
            zip.putNextEntry(entry);
            zip.write(content);
        });
    }

    @FunctionalInterface
    private interface Part {
        void copy(ZipOutputStream zip, String name, byte[] content) throws IOException;
    }

    private static byte[] rezipped(byte[] workbook, Part part) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            Path path = Files.createTempFile("workbook", ".xlsx");
            Files.write(path, workbook);
            try (ZipFile in = new ZipFile(path.toFile());
                    ZipOutputStream zip = new ZipOutputStream(out)) {
                for (ZipEntry entry : Collections.list(in.entries())) {
                    part.copy(zip, entry.getName(), in.getInputStream(entry).readAllBytes());
                }
            } finally {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
