package io.siyu.order.file.format;

import io.siyu.order.file.cell.Cells;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who a parcel goes to. The newer layouts write name, phone and address into one cell: {@code 李磊，86-13800138000，浙江省 …}.
 *
 * @param name null where the cell is an address only
 * @param phone as written, perhaps masked; null where there is none
 */
record TaobaoRecipient(String name, String phone, String address) {
    private static final Pattern SHAPE = Pattern.compile(
            "([^，,]{0,60})[，,]\\s*((?:\\+?86[-\\s])?\\s*[\\d*][\\d*-]{5,20})\\s*(?:[，,](.*))?", Pattern.DOTALL);

    static TaobaoRecipient of(String cell) {
        if (cell.indexOf('，') < 0 && cell.indexOf(',') < 0) {
            return new TaobaoRecipient(null, null, cell);
        }
        Matcher matcher = SHAPE.matcher(cell);
        return matcher.matches()
                ? new TaobaoRecipient(
                        Cells.strip(matcher.group(1)),
                        matcher.group(2),
                        Cells.strip(Objects.requireNonNullElse(matcher.group(3), "")))
                : new TaobaoRecipient(null, null, cell);
    }
}
