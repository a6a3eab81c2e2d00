package io.siyu.campaign.audience;

import io.siyu.platform.sql.SqlFragment;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Who of a campaign's audience is held out. The first eight bytes of SHA-256 over the text {@code campaignId:buyerId}
 * (decimal, UTF-8), read as an unsigned big-endian number modulo 10,000, give the buyer's place; places below
 * percent × 100 are held out. So it needs no stored list, a buyer keeps the answer for the whole campaign, another
 * campaign draws anew, and a greater percent only adds buyers. Variants by shares are drawn likewise, each slot anew.
 */
public final class Holdout {
    private static final int PLACES = 10_000;

    private static final String PLACE =
            "(CAST(CONV(LEFT(SHA2(CONCAT(?, ':', %s), 256), 16), 16, 10) AS UNSIGNED) %% " + PLACES + ")";

    private Holdout() {}

    public static boolean isHeldOut(long campaignId, long buyerId, int percent) {
        return percent > 0 && place(campaignId, buyerId) < percent * (PLACES / 100);
    }

    /** The same said by the database of a buyer in a column. */
    public static SqlFragment isHeldOut(long campaignId, String buyerColumn, int percent) {
        return percent == 0
                ? SqlFragment.of("FALSE")
                : SqlFragment.of(PLACE.formatted(buyerColumn), Long.toString(campaignId))
                        .add(" < ?", percent * (PLACES / 100));
    }

    /** In which hundredth, from 0, the same hash over another text puts the buyer. */
    public static SqlFragment percentOf(String drawn, String buyerColumn) {
        return SqlFragment.of(PLACE.formatted(buyerColumn) + " DIV " + PLACES / 100, drawn);
    }

    private static int place(long campaignId, long buyerId) {
        byte[] hash = sha256((campaignId + ":" + buyerId).getBytes(StandardCharsets.UTF_8));
        return (int) Long.remainderUnsigned(ByteBuffer.wrap(hash).getLong(), PLACES);
    }

    private static byte[] sha256(byte[] text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
