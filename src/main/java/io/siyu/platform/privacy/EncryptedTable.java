package io.siyu.platform.privacy;

import java.util.Map;

/**
 * A table of shops' rows with values that {@link PersonalData} encrypted. Each such table is a bean, so that its values
 * follow when the keys change; its primary key is (shop_id, id).
 *
 * @param fieldOfColumn what the values of each column are encrypted as
 */
public record EncryptedTable(String name, Map<String, String> fieldOfColumn) {
    public EncryptedTable {
        fieldOfColumn = Map.copyOf(fieldOfColumn);
    }
}
