package io.siyu.contract;

import io.agroal.api.AgroalDataSource;

import jakarta.enterprise.context.ApplicationScoped;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All that the database holds of a shop, to tell whether anything was changed. */
@ApplicationScoped
public class ShopContent {
    private final AgroalDataSource database;

    ShopContent(AgroalDataSource database) {
        this.database = database;
    }

    /** The rows of each table that has some of the shop, in the order of their text. */
    Map<String, List<String>> of(String shop) {
        Map<String, List<String>> rows = new TreeMap<>();
        try (Connection connection = database.getConnection()) {
            for (String table : tables(connection)) {
                rows.put(table, rowsOf(connection, table, shop));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The shop cannot be read", e);
        }
        return rows;
    }

    private static List<String> tables(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT table_name FROM information_schema.columns WHERE column_name = 'shop_id' AND table_schema ="
                        + " DATABASE()")) {
            return texts(select);
        }
    }

    private static List<String> rowsOf(Connection connection, String table, String shop) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT * FROM " + table + " WHERE shop_id = ?")) {
            select.setLong(1, Long.parseLong(shop));
            return texts(select);
        }
    }

    private static List<String> texts(PreparedStatement select) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                List<String> values = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    values.add(rows.getString(column));
                }
                texts.add(String.join("|", values));
            }
        }
        texts.sort(null);
        return texts;
    }
}
