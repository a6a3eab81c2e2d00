package io.siyu.forecast;

/**
 * What a fit could rest on.
 *
 * @param historyDays from the first to the last purchase day of all
 * @param buyers who have purchased
 * @param repeatBuyers of them on more than one day
 */
public record FitData(int historyDays, long buyers, long repeatBuyers) {
    public static final long ENOUGH_BUYERS = 500;
    public static final int ENOUGH_DAYS = 180;

    /** {@link ForecastReason#FITTED} if a model may be fitted. */
    public ForecastReason verdict() {
        if (buyers < ENOUGH_BUYERS) {
            return ForecastReason.TOO_FEW_BUYERS;
        }
        return historyDays < ENOUGH_DAYS ? ForecastReason.TOO_SHORT_HISTORY : ForecastReason.FITTED;
    }
}
