package io.siyu.platform.sql;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** The row that a result set stands on, read as the types that the application uses. */
public final class ResultRow {
    private final ResultSet results;

    ResultRow(ResultSet results) {
        this.results = results;
    }

    public long longAt(String column) throws SQLException {
        return results.getLong(column);
    }

    public int intAt(String column) throws SQLException {
        return results.getInt(column);
    }

    public boolean booleanAt(String column) throws SQLException {
        return results.getBoolean(column);
    }

    /** Null where the column is. */
    public Long nullableLongAt(String column) throws SQLException {
        long value = results.getLong(column);
        return results.wasNull() ? null : value;
    }

    /** Null where the column is. */
    public Integer nullableIntAt(String column) throws SQLException {
        int value = results.getInt(column);
        return results.wasNull() ? null : value;
    }

    public String textAt(String column) throws SQLException {
        return results.getString(column);
    }

    public byte[] bytesAt(String column) throws SQLException {
        return results.getBytes(column);
    }

    public double doubleAt(String column) throws SQLException {
        return results.getDouble(column);
    }

    /** Null where the column is. */
    public Double nullableDoubleAt(String column) throws SQLException {
        double value = results.getDouble(column);
        return results.wasNull() ? null : value;
    }

    public BigDecimal decimalAt(String column) throws SQLException {
        return results.getBigDecimal(column);
    }

    public LocalDate dayAt(String column) throws SQLException {
        return results.getObject(column, LocalDate.class);
    }

    /** Null where the column is. */
    public Instant instantAt(String column) throws SQLException {
        LocalDateTime value = results.getObject(column, LocalDateTime.class);
        return value == null ? null : value.toInstant(ZoneOffset.UTC);
    }

    public <E extends Enum<E>> E enumAt(String column, Class<E> type) throws SQLException {
        String name = results.getString(column);
        return name == null ? null : Enum.valueOf(type, name);
    }
}
