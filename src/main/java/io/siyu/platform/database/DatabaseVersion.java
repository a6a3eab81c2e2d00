package io.siyu.platform.database;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which database it is, as it says itself. */
record DatabaseVersion(String product, int major, int minor, String full) {
    private static final String MARIADB = "MariaDB";
    private static final int MARIADB_MAJOR = 10;
    private static final int MARIADB_MINOR = 6;
    private static final int MYSQL_MAJOR = 8;

    /** MariaDB's may stand behind the version that it once pretended to be: 5.5.5-10.6.12-MariaDB. */
    private static final Pattern MARIADB_VERSION = Pattern.compile("(?:^|-)(\\d+)\\.(\\d+)\\.\\d+-MariaDB");

    private static final Pattern VERSION = Pattern.compile("^(\\d+)\\.(\\d+)");

    /** @param version as SELECT VERSION() has it */
    static DatabaseVersion of(String version) {
        boolean isMariaDb = version.contains(MARIADB);
        Matcher matcher = (isMariaDb ? MARIADB_VERSION : VERSION).matcher(version);
        boolean isKnown = matcher.find();
        return new DatabaseVersion(
                isMariaDb ? MARIADB : "MySQL",
                isKnown ? Integer.parseInt(matcher.group(1)) : Integer.MAX_VALUE,
                isKnown ? Integer.parseInt(matcher.group(2)) : 0,
                version);
    }

    /** Whether its SQL is ours. What says no number is given the benefit of the doubt. */
    boolean isSupported() {
        return product.equals(MARIADB)
                ? major > MARIADB_MAJOR || major == MARIADB_MAJOR && minor >= MARIADB_MINOR
                : major >= MYSQL_MAJOR;
    }

    String refusal() {
        return "Siyu needs MariaDB 10.6 or MySQL 8.0, or a newer one; this database is " + product + ", version " + full
                + ".";
    }
}
