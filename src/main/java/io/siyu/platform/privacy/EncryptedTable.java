package io.siyu.platform.privacy;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * A table of shops' rows with encrypted values. Each such table is a bean, so that its values follow when the keys
 * change.
 *
 * @param id a column, or an expression in SQL, with a number above 0 that tells apart the rows of a shop
 * @param bindings what the values of each column are bound to
 * @param rowsABatch how many rows are encrypted anew in one transaction
 */
public record EncryptedTable(String name, String id, Map<String, Binding> bindings, int rowsABatch) {
    private static final int SHORT_VALUES_A_BATCH = 500;

    /** What a value is encrypted together with, by its row's shop and id: it decrypts nowhere else. */
    @FunctionalInterface
    public interface Binding {
        byte[] context(long shopId, long id);
    }

    public EncryptedTable {
        bindings = Map.copyOf(bindings);
    }

    /**
     * Values that {@link FieldEncryption} encrypted.
     *
     * @param fieldOfColumn what the values of each column are encrypted as
     */
    public static EncryptedTable ofPersonal(String name, Map<String, String> fieldOfColumn) {
        return new EncryptedTable(
                name,
                "id",
                fieldOfColumn.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, e -> (shopId, id) -> FieldEncryption.context(shopId, e.getValue()))),
                SHORT_VALUES_A_BATCH);
    }
}
