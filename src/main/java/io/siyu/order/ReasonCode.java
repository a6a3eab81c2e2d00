package io.siyu.order;

import io.siyu.platform.language.Language;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Every reason for which the intake leaves something out, in words. The names are stored: they stay as they are. */
public enum ReasonCode {
    // Of a row, or of an order that is posted.
    NO_ORDER("There is no order.", "没有订单。"),
    NO_ORDER_NUMBER("There is no order number.", "没有订单号。"),
    WRONG_ORDER_NUMBER("Not an order number of this format.", "不是这种格式的订单号。"),
    ROUNDED_ORDER_NUMBER(
            "A spreadsheet has rounded this order number; export the file again.",
            "订单号的末尾数字已被表格软件舍去（变成科学计数法或 0），请重新导出文件。"),
    ROUNDED_ITEM(
            "In row {0} of the sheet of items a spreadsheet has rounded the order number; export the file again.",
            "商品明细表第 {0} 行的订单号末尾数字已被表格软件舍去，请重新导出文件。"),
    ITEM_WITHOUT_ORDER(
            "The order of the item in row {0} of the sheet of items is not in the file, or could not be read.",
            "商品明细表第 {0} 行所属的订单不在文件中，或无法读取。"),
    WRONG_BUYER("No name of a buyer: too long, or with control characters.", "不是有效的买家账号：过长，或含有控制字符。"),
    ROUNDED_BUYER(
            "A spreadsheet has rounded this name of a buyer; export the file again.", "买家账号的末尾数字已被表格软件舍去，请重新导出文件。"),
    SPOILED_BUYER("The name of the buyer is damaged; export the file again.", "买家账号已损坏，请重新导出文件。"),
    LOST_PHONE(
            "The phone number, the only thing that says who bought, was lost; export the file again.",
            "唯一能识别买家的手机号已丢失，请重新导出文件。"),
    ORDER_ROW_MISSING(
            "The order's own row, with its status and its total, is missing; only rows of articles are in the file.",
            "文件中只有这个订单的商品行，缺少带状态和总额的订单行。"),
    NO_STATUS("There is no status.", "没有订单状态。"),
    WRONG_STATUS("Not a status of this format.", "不是这种格式的订单状态。"),
    NO_AMOUNT("There is no amount.", "没有金额。"),
    WRONG_AMOUNT("Not an amount of money.", "不是金额。"),
    NEGATIVE_AMOUNT("An amount cannot be negative.", "金额不能为负数。"),
    AMOUNT_TOO_LARGE("The amount is too large.", "金额过大。"),
    REFUND_WITHOUT_AMOUNT(
            "Something was refunded, and it is not said how much: nothing is taken off for it.", "有退款但没有金额，未从成交额中扣除。"),
    REFUND_TAKEN_FOR_ALL(
            "Something was refunded, and it is not said how much: it is taken for all that was paid.",
            "有退款但没有金额，按全额退款处理。"),
    NO_DATE("There is no date.", "没有日期。"),
    NO_DATE_ANYWHERE("There is no date, nor one in the order number.", "没有日期，订单号中也没有日期。"),
    WRONG_DATE("Not a date, or one that no calendar has.", "不是日期，或日历上没有这一天。"),
    TOO_MANY_ROWS("The order has more than {0} rows; so many are not read.", "这个订单超过 {0} 行，无法读取。"),
    TOO_MANY_LINES("At most {0} lines are read.", "最多读取 {0} 个商品行。"),
    NO_TITLE("A line needs a title.", "商品行缺少名称。"),
    NEGATIVE_QUANTITY("A quantity cannot be negative.", "数量不能为负数。"),
    ROW_BREAKS_OFF("The file ends in the middle of this row.", "文件在这一行中间就结束了。"),
    WRONG_WIDTH("The row has {0} cells, the header {1}.", "这一行有 {0} 个单元格，表头有 {1} 个。"),
    TOO_WIDE("The row has more than {0} cells.", "这一行超过 {0} 个单元格。"),
    LINE_TOO_LONG("The line is too long.", "这一行过长。"),
    QUOTE_NOT_CLOSED("A quote is opened and not closed.", "有一个引号没有配对。"),
    TEXT_BEHIND_QUOTE("There is text after a closing quote.", "引号结束后还有文字。"),
    CELL_DAMAGED("The text is damaged: not all of it is {0}.", "文字已损坏：并非全部是 {0} 编码。"),

    MORE_ROWS("{0} more rows were not taken; why is kept of the first {1} only.", "另有 {0} 行未读入，只保留前 {1} 行的原因。"),

    MORE_WARNINGS(
            "{0} more orders leave something open; what is kept of the first {1} only.",
            "另有 {0} 个订单有疑点，只保留前 {1} 个的说明。"),

    // Of an upload or a file as a whole.
    NO_FILE("Send the orders as the part named file.", "请把订单文件放在名为 file 的部分中。"),
    NO_BOOLEAN("Either true or false.", "只能是 true 或 false。"),
    UNKNOWN_FORMAT("One of auto, {0}.", "只能是 auto 或以下之一：{0}。"),
    TOO_MANY_BYTES("At most {0} bytes are taken.", "文件最大 {0} 字节。"),
    NO_SUCH_COLUMN("The file has no such column.", "文件中没有这一列。"),
    EMPTY_FILE("The file is empty.", "文件是空的。"),
    HEADER_DAMAGED("The name of a column is damaged; export the file again.", "列名已损坏，请重新导出文件。"),
    SEVERAL_SHEETS(
            "The workbook has {0} sheets of orders; put them into one, or import each as a file of its own.",
            "工作簿中有 {0} 个订单表，请合并成一个，或分别存为文件后再导入。"),
    OLD_WORKBOOK(
            "This is an old or a password-protected workbook; save it without password as .xlsx or as CSV.",
            "这是旧版或有密码的工作簿，请去掉密码后另存为 .xlsx 或 CSV。"),
    UTF_16("The text is UTF-16; save it as UTF-8.", "文件是 UTF-16 编码，请另存为 UTF-8。"),
    NO_TEXT("This is no text file.", "这不是文本文件。"),
    WEB_PAGE("This is a web page or an XML file; save it as .xlsx or as CSV.", "这是网页或 XML 文件，请另存为 .xlsx 或 CSV。"),
    TEXT_DAMAGED(
            "The text is damaged: it is not UTF-8 from byte {0} on, and not GB18030 from byte {1} on.",
            "文字已损坏：从第 {0} 字节起不是 UTF-8，从第 {1} 字节起不是 GB18030。"),
    ARCHIVE(
            "This is an archive and no .xlsx workbook; unpack it and send the file inside.",
            "这是压缩包而不是 .xlsx 工作簿，请解压后上传里面的文件。"),
    WORKBOOK_DAMAGED(
            "The workbook is damaged or cut off; save it again as .xlsx or as CSV.", "工作簿已损坏或不完整，请重新另存为 .xlsx 或 CSV。"),
    WORKBOOK_LOCKED(
            "The workbook is damaged, cut off, or protected by a password; save it again as .xlsx or as CSV.",
            "工作簿已损坏、不完整或有密码，请重新另存为 .xlsx 或 CSV。"),
    WORKBOOK_UNREADABLE(
            "The workbook cannot be read; open it in a spreadsheet and save it again as .xlsx or as CSV.",
            "无法读取工作簿，请用表格软件打开后另存为 .xlsx 或 CSV。"),
    TOO_MANY_PARTS("The workbook has more than {0} parts.", "工作簿超过 {0} 个部分。"),
    PART_LEADS_OUT("The workbook holds a part whose name leads out of it.", "工作簿中有名称指向外部的部分。"),
    UNPACKED_TOO_LARGE("The workbook is far larger unpacked than it is packed; it is not opened.", "工作簿解压后过大，没有打开。"),
    PART_TOO_LARGE(
            "The workbook has a part that is too large to be read; save the sheet as CSV.",
            "工作簿中有过大而无法读取的部分，请把工作表另存为 CSV。"),
    TOO_MANY_ITEMS(
            "The sheet of items has more than {0} rows; send the orders of a shorter time, or their report without the"
                    + " items.",
            "商品明细表超过 {0} 行，请缩短订单的时间范围，或上传不含明细的订单报表。"),
    TOO_MANY_ORDERS(
            "The file has more than {0} orders; export shorter periods and send them one after the other.",
            "文件中的订单超过 {0} 个，请缩短导出的时间范围，分成多个文件依次上传。"),
    NO_KNOWN_COLUMN("No row among the first ones has a column of any known format.", "开头几行中没有任何已知格式的列名。"),
    NO_COLUMN_OF_FORMAT("No row among the first ones has a column of the format {0}.", "开头几行中没有 {0} 格式的列名。"),
    MISSING_COLUMNS("The nearest format is {0}, but these columns are missing: {1}.", "最接近的格式是 {0}，但缺少这些列：{1}。"),
    ITEMS_ONLY(
            "The nearest format is {0}, but these columns are missing: {1}. The file holds the items of orders only; send"
                    + " the order report (订单报表).",
            "最接近的格式是 {0}，但缺少这些列：{1}。文件中只有商品明细，请上传订单报表。"),

    // Of an import.
    GAVE_UP("It failed several times at the same place; the log says why.", "多次在同一处失败，原因见服务器日志。"),
    FILE_GONE("The uploaded file is not in the upload folder any more; send it again.", "上传的文件已不在上传目录中，请重新上传。"),

    // Of a webhook's delivery. The names in it are the platform's own.
    NO_TOPIC("The delivery names no topic.", "推送没有写明主题。"),
    NOT_KEPT("Nothing of this topic is kept.", "这个主题的内容无需保存。"),
    ORDER_AND_NO_DELETION("This is an order and not a deletion.", "这是订单内容，不是删除通知。"),
    EDIT_ONLY("It tells of the edit alone; orders/updated brings the order.", "只说明了修改本身，订单由 orders/updated 带来。"),
    TEST_ONLY("A test, not an order.", "这是测试，不是订单。"),
    NO_JSON("The body is not well-formed JSON.", "内容不是有效的 JSON。"),
    NO_JSON_OBJECT("The body is no JSON object.", "内容不是 JSON 对象。"),
    FIELD_MISSING("There is no {0}.", "缺少 {0}。"),
    FIELD_NO_ID("What is in {0} is no id.", "{0} 不是有效的编号。"),
    FIELD_NO_AMOUNT("What is in {0} is no amount of money.", "{0} 不是金额。"),
    FIELD_NO_TIME("What is in {0} is no time, or one that no order has.", "{0} 不是时间，或不可能是订单的时间。"),
    FIELD_NO_ORDER_NUMBER("What is in {0} is no order number.", "{0} 不是订单号。"),
    FIELD_NO_STATUS_OF("What is in {0} is no status of {1}.", "{0} 不是 {1} 的订单状态。"),
    STATUS_JUDGED(
            "The status {0} is none of WooCommerce's own; by its payment the order was taken as {1}. The shop's setting"
                    + " orderStatuses can say what it means.",
            "状态“{0}”不是 WooCommerce 自带的；已按付款情况作为 {1} 处理。可在店铺设置 orderStatuses 中指定它的含义。"),
    NUMBER_TAKEN("Another order has this number; the order is kept as {0}.", "另一个订单已使用这个订单号，本订单保存为 {0}。"),
    NUMBER_NOT_KEPT(
            "What is in {0} is no order number that can be kept; the order goes by the platform's id.",
            "{0} 不是可保存的订单号；本订单以平台编号保存。"),
    FIELD_TOO_LONG("There are more than {0} {1}.", "{1} 超过 {0} 个。"),
    OTHER_CURRENCY("The order is not in the shop's currency.", "订单的币种不是店铺的币种。"),
    NEGATIVE_TOTAL("The order's total is less than nothing.", "订单总额为负数。"),
    NEGATIVE_REFUND("A refund is less than nothing.", "退款金额为负数。"),
    REFUND_WITHOUT_RATE("A refund is in another currency, at a rate that is not told.", "退款是另一种币种，而且没有汇率。"),
    REFUND_WITHOUT_ORDER("The order of this refund has not been told of.", "还没有收到这笔退款对应的订单。"),
    NOT_STORED("It could not be stored.", "未能保存。"),
    NOT_DECRYPTED("The keys at hand do not decrypt what is stored.", "现有密钥无法解密已存内容。"),

    /** Words from elsewhere, or from before there were codes. */
    AS_TOLD("{0}", "{0}");

    private static final Map<String, ReasonCode> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(ReasonCode::name, Function.identity()));

    private final String english;
    private final String chinese;
    private final int paramCount;

    ReasonCode(String english, String chinese) {
        this.english = english;
        this.chinese = chinese;
        this.paramCount =
                (int) Pattern.compile("\\{\\d}").matcher(english).results().count();
    }

    static Optional<ReasonCode> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** @param params one for each place in the sentence */
    public Reason with(Object... params) {
        return new Reason(this, Arrays.stream(params).map(String::valueOf).toList());
    }

    String sentence(Language language) {
        return language == Language.CHINESE ? chinese : english;
    }

    int paramCount() {
        return paramCount;
    }
}
