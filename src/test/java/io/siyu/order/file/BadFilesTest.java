package io.siyu.order.file;

import io.siyu.order.file.row.Reject;
import io.siyu.order.incoming.IncomingOrder;
import io.siyu.platform.language.Language;
import io.siyu.platform.problem.ProblemException;
import io.siyu.platform.problem.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class BadFilesTest {
    private static final String GOOD = "A1,b1,2024-05-01T10:00:00,10.00,0,COMPLETED,13800138000";

    private static ProblemException refusal(byte[] bytes) {
        return assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> ReadFile.of(bytes))
                .actual();
    }

    @Test
    void refusesAnEmptyFile() {
        assertThat(refusal(new byte[0])).hasMessageContaining("empty");
    }

    @Test
    void refusesASpreadsheetAndWhatIsNoText() {
        assertThat(refusal(new byte[] {'P', 'K', 3, 4, 0, 0})).hasMessageContaining("CSV");
        assertThat(refusal(new byte[] {1, 0, 2})).hasMessageContaining("no text");
    }

    @Test
    void refusesOtherEncodings() {
        assertThat(refusal("order_no".getBytes(StandardCharsets.UTF_16))).hasMessageContaining("UTF-16");
        byte[] latin = "order_no,status\nM\u00fcller,\u00ff".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(refusal(latin)).hasMessageContaining("damaged").hasMessageContaining("byte 18");
    }

    @Test
    void namesTheNearestFormatAndWhatItMisses() {
        ProblemException refusal = refusal("order_no,buyer_id,status\n1,2,3".getBytes(StandardCharsets.UTF_8));

        assertThat(refusal).hasMessageContaining("generic");
        assertThat(refusal.violations(Language.ENGLISH))
                .extracting(Violation::field)
                .containsExactly("ordered_at", "paid_amount");
    }

    @Test
    void refusesAHeaderThatNobodyKnows() {
        assertThat(refusal("foo,bar\n1,2".getBytes(StandardCharsets.UTF_8)).violations(Language.ENGLISH))
                .extracting(Violation::code)
                .containsExactly("UnknownHeader");
    }

    @Test
    void refusesAForcedFormatThatDoesNotFit() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> ReadFile.of("order_no,ordered_at,paid_amount,status\n", "taobao"));
    }

    @Test
    void findsTheHeaderUnderATitleAndBehindAMark() {
        ReadFile file = ReadFile.of("\uFEFFOrders of May,,,\n\n order_no , ORDERED_AT ,paid_amount,status\n"
                + "A1,2024-05-01 10:00,1,PAID\n");

        assertThat(file.only().orderNo()).isEqualTo("A1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A1,b1,2024-02-30T10:00:00,10,0,PAID,|ordered_at",
                "A1,b1,1024-02-20,10,0,PAID,|ordered_at",
                "A1,b1,yesterday,10,0,PAID,|ordered_at",
                "A1,b1,2024-05-01,ten,0,PAID,|paid_amount",
                "A1,b1,2024-05-01,-1,0,PAID,|paid_amount",
                "A1,b1,2024-05-01,1e5,0,PAID,|paid_amount",
                "A1,b1,2024-05-01,99999999999999999,0,PAID,|paid_amount",
                "A1,b1,2024-05-01,,0,PAID,|paid_amount",
                "A1,b1,2024-05-01,1,0,WHATEVER,|status",
                ",b1,2024-05-01,1,0,PAID,|order_no",
                "=cmd(),b1,2024-05-01,1,0,PAID,|order_no",
                "2.0E+18,b1,2024-05-01,1,0,PAID,|order_no"
            })
    void rejectsABadRowAndTakesTheRest(String bad, String column) {
        ReadFile file = ReadFile.generic(bad.replace("A1", "A2"), GOOD);

        assertThat(file.orders).extracting(IncomingOrder::orderNo).containsExactly("A1");
        assertThat(file.rejects).singleElement().satisfies(reject -> {
            assertThat(reject.row()).isEqualTo(2);
            assertThat(reject.column()).isEqualTo(column);
        });
    }

    @Test
    void rejectsRowsOfAnotherWidth() {
        ReadFile file = ReadFile.generic("A2" + ",x".repeat(299), "A3,b1,2024-05-01", GOOD, "A4,b1,2024-0");

        assertThat(file.orders).extracting(IncomingOrder::orderNo).containsExactly("A1");
        assertThat(file.rejects).extracting(Reject::row).containsExactly(2L, 3L, 5L);
        assertThat(file.rejects.get(0).reason().in(Language.ENGLISH))
                .contains("300 cells")
                .contains("7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"A2,b1,2024-05-01,1,0,PAID,", "\"A2\"x,b1,2024-05-01,1,0,PAID,", "A2,\"b1"})
    void losesOnlyTheRowWithAWrongQuote(String bad) {
        ReadFile file = ReadFile.generic(bad, GOOD, GOOD.replace("A1", "\"A3\""));

        assertThat(file.orders).extracting(IncomingOrder::orderNo).containsExactly("A1", "A3");
        assertThat(file.rejects).extracting(Reject::row).containsExactly(2L);
    }

    @Test
    void keepsLineBreaksInsideQuotes() {
        ReadFile file = ReadFile.generic(GOOD.replace("A1", "\"A1\r\n\t\""));

        assertThat(file.only().orderNo()).isEqualTo("A1");
    }

    @Test
    void takesEmojiAndBidiAndFormulasAsText() {
        String row = GOOD.replace("b1", "\u202Eبائع 🐼=cmd()");

        assertThat(ReadFile.generic(row).only().buyer().platformId()).isEqualTo("\u202Eبائع 🐼=cmd()");
    }

    @Test
    void countsTheLastGoodRowOfAnOrder() {
        ReadFile file = ReadFile.generic(
                GOOD, GOOD.replace("10.00", "11.00"), GOOD.replace("10.00", "12.00"), GOOD.replace("10.00", "bad"));

        assertThat(file.orders).singleElement().satisfies(o -> assertThat(o.paid())
                .isEqualByComparingTo("12"));
        assertThat(file.superseded).hasSize(2);
        assertThat(file.rejects).hasSize(1);
    }

    @Test
    void countsTheNewestRowOfAnOrderWhereRowsSaySo() {
        ReadFile file = ReadFile.of("""
                order_no,ordered_at,paid_amount,status,updated_at
                A1,2024-05-01,10.00,SHIPPED,2024-05-03 10:00:00
                A1,2024-05-01,12.00,PAID,2024-05-02 10:00:00
                """);

        assertThat(file.only().paid()).isEqualByComparingTo("10");
        assertThat(file.superseded).hasSize(1);
    }

    @Test
    void countsALaterRowOfAnOrderThatDoesNotSayWhen() {
        ReadFile file = ReadFile.of("""
                order_no,ordered_at,paid_amount,status,updated_at
                A1,2024-05-01,10.00,PAID,2024-05-03 10:00:00
                A1,2024-05-01,12.00,SHIPPED,
                A1,2024-05-01,14.00,SHIPPED,2024-05-02 10:00:00
                """);

        assertThat(file.only().paid()).isEqualByComparingTo("14");
    }

    @Test
    void refusesMoreOrdersThanAreRemembered() {
        String header = "order_no,ordered_at,paid_amount,status\n";
        String three = header + "A1,2024-05-01,1,PAID\nA2,2024-05-01,1,PAID\nA3,2024-05-01,1,PAID\n";

        assertThat(ReadFile.ofAtMost(3, three).orders).hasSize(3);
        assertThat(ReadFile.ofAtMost(3, header + "A1,2024-05-01,1,PAID\n".repeat(9)).orders)
                .hasSize(1);
        for (String tooMany : List.of(three + "A4,2024-05-01,1,PAID\n", three + "A1,2024-05-01,1,PAID\n")) {
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> ReadFile.ofAtMost(3, tooMany))
                    .withMessageContaining("more than 3 orders");
        }
    }

    @Test
    void showsNothingPersonalInRejects() {
        ReadFile file = ReadFile.generic("A2,b1,13800138000,1,0,PAID,", "A3,b1,2024-05-01,李磊,0,PAID,");

        assertThat(file.rejects).extracting(Reject::value).containsExactly("138****8000", "**");
    }

    @Test
    void rejectsTheRowInWhoseMiddleTheFileEnds() {
        byte[] whole = ("order_no,name,ordered_at,paid_amount,status\nA1,李磊,2024-05-01,1,PAID\nA2,李磊")
                .getBytes(StandardCharsets.UTF_8);
        for (int cut = 0; cut < 3; cut++) {
            ReadFile file = ReadFile.of(Arrays.copyOf(whole, whole.length - cut));

            assertThat(file.orders).extracting(IncomingOrder::orderNo).containsExactly("A1");
            assertThat(file.rejects).singleElement().satisfies(reject -> {
                assertThat(reject.row()).isEqualTo(3);
                assertThat(reject.reason().in(Language.ENGLISH)).contains("ends in the middle");
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030"})
    void rejectsOnlyTheRowsInWhichTheTextIsDamaged(String charset) {
        String text = "order_no,buyer_id,ordered_at,paid_amount,status,note\n"
                + "A1,买家甲,2024-05-01,1,PAID,这是一些备注文字\n".repeat(20)
                + "A2,买家乙,2024-05-01,1,PAID,备@注\nA3,买家丙,2024-05-01,1,PAID,备注\n";
        byte[] bytes = text.getBytes(Charset.forName(charset));
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = bytes[i] == '@' ? (byte) 0xFF : bytes[i];
        }

        ReadFile file = ReadFile.of(bytes);
        assertThat(file.orders).extracting(IncomingOrder::orderNo).containsExactly("A1", "A3");
        assertThat(file.rejects).singleElement().satisfies(reject -> {
            assertThat(reject.row()).isEqualTo(22);
            assertThat(reject.column()).isEqualTo("note");
            assertThat(reject.reason().in(Language.ENGLISH)).contains("damaged");
        });
    }

    @Test
    void takesATextThatAPlatformCutInTheMiddleOfACharacter() {
        String row = "A1,2024-05-01,1,PAID,浙江省杭州市";
        byte[] good = ("order_no,ordered_at,paid_amount,status,address\n" + (row + "\n").repeat(9) + row)
                .getBytes(Charset.forName("GB18030"));
        byte[] cut = Arrays.copyOf(good, good.length + 1);
        cut[good.length - 1] = '\r';
        cut[good.length] = '\n';

        ReadFile file = ReadFile.of(cut);
        assertThat(file.rejects).isEmpty();
        assertThat(file.orders)
                .singleElement()
                .satisfies(order -> assertThat(order.buyer().address()).isEqualTo("浙江省杭州"));
    }

    @Test
    void takesRowsWhoseEmptyEndASpreadsheetHasLeftOut() {
        ReadFile file =
                ReadFile.of("order_no,ordered_at,status,paid_amount,phone,more\nA1,2024-05-01,PAID,1,13800138000\n"
                        + "A2,2024-05-01,PAID,1\nA3,2024-05-01,PAID,1,,x\nA4,2024-05-01,PAID\n");

        assertThat(file.orders).hasSize(3);
        assertThat(file.rejects).singleElement().satisfies(reject -> assertThat(reject.column())
                .isEqualTo("paid_amount"));
    }

    @Test
    void takesTheLastRowOfABlockThatExcelHasTrimmedWithoutALineEnd() {
        StringBuilder text = new StringBuilder("order_no,ordered_at,status,paid_amount,remark,more\n");
        for (int row = 2; row <= 20; row++) {
            text.append("A").append(row).append(row <= 16 ? ",2024-05-01,PAID,1,,\n" : ",2024-05-01,PAID,1\n");
        }

        assertThat(ReadFile.of(text.toString().stripTrailing()).orders).hasSize(19);
    }

    @Test
    void takesFilesOfWhichAllRowsHaveAnEmptyCellTooMany() {
        assertThat(ReadFile.generic(GOOD + ",", GOOD.replace("A1", "A2") + ",").orders)
                .hasSize(2);
    }

    @Test
    void rejectsARowThatAStraySeparatorHasShifted() {
        ReadFile file = ReadFile.of("order_no,title,ordered_at,paid_amount,status,a,b\nA1,x,2024-05-01,1,PAID,,\n"
                + "A2,x,y,2024-05-01,1,PAID,,\n");

        assertThat(file.orders).extracting(IncomingOrder::orderNo).containsExactly("A1");
        assertThat(file.rejects).extracting(Reject::row).containsExactly(3L);
    }

    @Test
    void skipsTheHeaderWhereFilesWerePutTogether() {
        ReadFile file = ReadFile.generic(
                GOOD, "order_no,buyer_id,ordered_at,paid_amount,refund_amount,status,phone", GOOD.replace("A1", "A2"));

        assertThat(file.orders).hasSize(2);
        assertThat(file.rejects).isEmpty();
    }

    @Test
    void saysWhatToDoWithOldAndProtectedWorkbooksAndWebPages() {
        byte[] ole2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
        assertThat(refusal(ole2)).hasMessageContaining("password").hasMessageContaining(".xlsx");
        assertThat(refusal("<html><table><tr><td>订单号".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("web page");
    }

    @ParameterizedTest
    @ValueSource(strings = {"#N/A", "#REF!", "#VALUE!", "########", "????", "\uFFFD\uFFFD"})
    void rejectsABuyerWhoseNameWasLost(String name) {
        ReadFile file = ReadFile.generic(GOOD, GOOD.replace("A1,b1", "A2," + name));

        assertThat(file.orders).extracting(IncomingOrder::orderNo).containsExactly("A1");
        assertThat(file.rejects).singleElement().satisfies(reject -> assertThat(reject.column())
                .isEqualTo("buyer_id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "unknown", "N/A", "匿名", "None", "买＊＊甲"})
    void makesNoBuyerOfAStandIn(String name) {
        assertThat(ReadFile.generic(GOOD.replace(",b1,", "," + name + ","))
                        .only()
                        .buyer()
                        .platformId())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030"})
    void takesNoBuyerWhoseNameWasCutInTheMiddleOfACharacter(String charset) {
        String text = "order_no,buyer_id,ordered_at,paid_amount,status,address\n"
                + "A1,李磊,2024-05-01,1,PAID,浙江省杭州市文三路一号，近大桥与河边\n".repeat(5)
                + "A2,李磊@,2024-05-01,1,PAID,浙江省杭州市\n";
        byte[] whole = text.getBytes(Charset.forName(charset));
        int at = 0;
        while (whole[at] != '@') {
            at++;
        }
        byte[] cut = new byte[whole.length - 2];
        System.arraycopy(whole, 0, cut, 0, at - 1);
        System.arraycopy(whole, at + 1, cut, at - 1, whole.length - at - 1);

        ReadFile file = ReadFile.of(cut);
        assertThat(file.orders).extracting(IncomingOrder::orderNo).containsExactly("A1");
        assertThat(file.rejects).singleElement().satisfies(reject -> {
            assertThat(reject.row()).isEqualTo(7);
            assertThat(reject.column()).isEqualTo("buyer_id");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "3", "1 2", "0 3"})
    void rejectsRowsThatLackACell(String lacking) {
        List<Integer> odd =
                Arrays.stream(lacking.split(" ")).map(Integer::valueOf).toList();
        String header = "order_no,title,ordered_at,paid_amount,refund_amount,status,phone,remark,more,x\n";
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            rows.append("A").append(i).append(odd.contains(i) ? "" : ",title");
            rows.append(",2024-05-01,100.00,30.00,COMPLETED,13800138000,,,").append(i % 2 == 0 ? "x\n" : "\n");
        }

        ReadFile file = ReadFile.of(header + rows);
        assertThat(file.rejects)
                .extracting(Reject::row)
                .containsExactlyElementsOf(odd.stream().map(i -> 2L + i).toList());
        assertThat(file.rejects.get(0).reason().in(Language.ENGLISH))
                .contains("9 cells")
                .contains("10");
        assertThat(file.orders).hasSize(4 - odd.size());
    }

    @Test
    void rejectsARowThatAloneHasACellMoreThanItsTrimmedBlock() {
        StringBuilder text = new StringBuilder("order_no,ordered_at,status,paid_amount,a,refund_amount,b,c\n");
        for (int row = 2; row <= 32; row++) {
            text.append("A").append(row).append(",2024-05-01,COMPLETED,100.00,");
            text.append(row == 20 ? ",,30.00" : ",30.00").append(row <= 16 ? ",,\n" : "\n");
        }

        ReadFile file = ReadFile.of(text.toString());
        assertThat(file.rejects).extracting(Reject::row).containsExactly(20L);
        assertThat(file.orders).hasSize(30);
    }

    @Test
    void rejectsAllRowsWhereTheNamesAreOneMore() {
        StringBuilder text = new StringBuilder("order_no,ordered_at,status,paid_amount,,x,refund_amount,y,note\n");
        for (int row = 2; row <= 40; row++) {
            text.append("A").append(row).append(",2024-05-01,COMPLETED,100.00,,30.00,,\n");
        }

        ReadFile file = ReadFile.of(text.toString());
        assertThat(file.orders).isEmpty();
        assertThat(file.rejects).hasSize(39);
    }

    @Test
    void refusesNamesOfColumnsThatAreDamaged() {
        byte[] file = "order_no,ordered_at,status,paid_amount,refund_amoun@,note\nA1,2024-01-05,PAID,100.00,30.00,\n"
                .getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < file.length; i++) {
            file[i] = file[i] == '@' ? (byte) 0xFF : file[i];
        }
        byte[] cut = "order_no,ordered_at,status,paid_amount,备注@,note\nA1,2024-01-05,PAID,100.00,好,\n"
                .getBytes(StandardCharsets.UTF_8);
        byte[] half = new byte[cut.length - 2];
        int at = new String(cut, StandardCharsets.ISO_8859_1).indexOf('@');
        System.arraycopy(cut, 0, half, 0, at - 1);
        System.arraycopy(cut, at + 1, half, at - 1, half.length - at + 1);

        assertThat(refusal(file)).hasMessageContaining("damaged");
        assertThat(refusal(half)).hasMessageContaining("damaged");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.38E+10", "###########", "#N/A"})
    void rejectsALostPhoneOnlyWhereNothingElseTellsTheBuyer(String phone) {
        String row = GOOD.replace("13800138000", phone);

        assertThat(ReadFile.generic(row).only().buyer().platformId()).isEqualTo("b1");
        assertThat(ReadFile.generic(row.replace(",b1,", ",,")).rejects)
                .singleElement()
                .satisfies(reject -> assertThat(reject.column()).isEqualTo("phone"));
    }

    /** It writes sixteen rows at a time with as many cells as the longest of them has. */
    @Test
    void takesBlocksOfRowsWhoseEmptyEndExcelHasLeftOut() {
        StringBuilder text = new StringBuilder("order_no,ordered_at,paid_amount,status,remark,more,x\n");
        for (int row = 2; row <= 49; row++) {
            boolean isShort = row > 16 && row <= 32 || row == 49;
            text.append("A").append(row).append(",2024-05-01,1,PAID,").append(row % 4 == 1 ? "x" : "");
            text.append(isShort ? "\n" : ",,\n");
        }

        ReadFile file = ReadFile.of(text.toString());
        assertThat(file.rejects).isEmpty();
        assertThat(file.orders).hasSize(48);
    }

    @Test
    void rejectsAFirstRowThatAStraySeparatorHasShifted() {
        ReadFile file = ReadFile.of("order_no,title,ordered_at,paid_amount,status,a,b\nA1,x,y,2024-05-01,1,PAID,,\n"
                + "A2,x,2024-05-01,1,PAID,,\n");

        assertThat(file.orders).extracting(IncomingOrder::orderNo).containsExactly("A2");
        assertThat(file.rejects).extracting(Reject::row).containsExactly(2L);
    }

    @Test
    void losesOneRowOfAFileInAsciiToAByteThatIsNoText() {
        byte[] file = ("order_no,buyer_id,ordered_at,paid_amount,status\n" + "A1,b1,2024-05-01,1,PAID\n".repeat(3)
                        + "A2,b@2,2024-05-01,1,PAID\n")
                .getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < file.length; i++) {
            file[i] = file[i] == '@' ? (byte) 0xFF : file[i];
        }

        ReadFile read = ReadFile.of(file);
        assertThat(read.orders).extracting(IncomingOrder::orderNo).containsExactly("A1");
        assertThat(read.rejects).extracting(Reject::row).containsExactly(5L);
    }

    @Test
    void readsUtf8AlsoWhereAByteWasLost() {
        String row = "A%d,会员%d甲乙,2024-05-01,1,PAID\n";
        StringBuilder text = new StringBuilder("order_no,buyer_id,ordered_at,paid_amount,status\n");
        for (int i = 0; i < 30; i++) {
            text.append(row.formatted(i, i));
        }
        byte[] whole = text.toString().getBytes(StandardCharsets.UTF_8);
        int lost = text.substring(0, text.indexOf("会员7")).getBytes(StandardCharsets.UTF_8).length;
        byte[] file = new byte[whole.length - 1];
        System.arraycopy(whole, 0, file, 0, lost);
        System.arraycopy(whole, lost + 1, file, lost, file.length - lost);

        ReadFile read = ReadFile.of(file);
        assertThat(read.rejects).extracting(Reject::row).containsExactly(9L);
        assertThat(read.orders)
                .hasSize(29)
                .allSatisfy(order -> assertThat(order.buyer().platformId()).matches("会员\\d+甲乙"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030"})
    void readsQuotedNamesBehindMarks(String charset) {
        String text = "\uFEFF\"order_no\",\"ordered_at\",\"paid_amount\",\"status\",\"备注\"\nA1,2024-05-01,1,PAID,好\n";

        assertThat(ReadFile.of(text, Charset.forName(charset)).only().orderNo()).isEqualTo("A1");
        assertThat(ReadFile.of("\uFEFF" + text, Charset.forName(charset)).only().orderNo())
                .isEqualTo("A1");
    }

    @Test
    void showsTheDigitsAndSignsOfWhatIsNoAmountOrDate() {
        ReadFile file = ReadFile.generic(
                "A2,b1,2024年13月5日,1,0,PAID,", "A3,b1,2024-05-01,１２３．００,0,PAID,", "A4,b1,2024-05-01,€10,0,PAID,");

        assertThat(file.rejects).extracting(Reject::value).containsExactly("2024年13月5日", "１２３．００", "*10");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "138 0013 8000",
                "138-0013-8000",
                "+86 138 0013 8000",
                "013800138000",
                "008613800138000",
                "１３８００１３８０００",
                "0571-88138000",
                "+44 7911 138000",
                "zsf＠secretmail.com",
                "张三丰",
                "Ann Lee, 5 Long Road",
                "张三丰，86-13800138000，湖北省 十堰市 武当山路1号"
            })
    void showsNothingPersonalThatSlippedIntoAnotherColumn(String value) {
        String quoted = '"' + value + '"';
        ReadFile file = ReadFile.generic(
                GOOD.replace("COMPLETED", quoted),
                GOOD.replace("2024-05-01T10:00:00", quoted),
                GOOD.replace("10.00", quoted),
                GOOD.replace("A1", "\"=" + value + '"'));

        assertThat(file.rejects).hasSize(4).allSatisfy(reject -> assertThat(reject.value())
                .doesNotContain("0138")
                .doesNotContain("138000")
                .doesNotContain("0013")
                .doesNotContain("secretmail")
                .doesNotContain("张")
                .doesNotContain("Lee")
                .doesNotContain("湖北"));
    }

    @Test
    void showsWordsForStatesThatItDoesNotKnow() {
        ReadFile file = ReadFile.generic(GOOD.replace("COMPLETED", "待卖家审核"), GOOD.replace("COMPLETED", "lost_in_mail"));

        assertThat(file.rejects).extracting(Reject::value).containsExactly("待卖家审核", "lost_in_mail");
    }
}
