package io.siyu.order.figures;

/** Days as whole numbers. */
public final class Days {
    private Days() {}

    /** An SQL expression for the days from 1970-01-01 to a day: numbers are read faster than dates. */
    public static String since1970(String column) {
        return "DATEDIFF(" + column + ", '1970-01-01')";
    }
}
