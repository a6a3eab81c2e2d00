package io.siyu.forecast;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.siyu.forecast.model.BgNbd;
import io.siyu.forecast.model.BgNbdFit;
import io.siyu.forecast.model.GammaGamma;
import io.siyu.platform.sql.InLists;
import io.siyu.platform.sql.Row;
import io.siyu.platform.sql.Sql;
import io.siyu.platform.time.ShopLease;

import jakarta.enterprise.context.ApplicationScoped;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class ForecastFitRepository {
    private static final String UNFINISHED = "status IN ('QUEUED', 'RUNNING')";

    private final Sql sql;
    private final ObjectMapper json;

    ForecastFitRepository(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    void queue(long shopId, long id, LocalDate asOf, String requestedBy, Instant now) {
        sql.update(
                "INSERT INTO forecast_fit (shop_id, id, status, as_of, requested_by, created_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                shopId,
                id,
                FitStatus.QUEUED,
                asOf,
                requestedBy,
                now);
    }

    Optional<ForecastFit> findInAny(Collection<Long> shopIds, long id) {
        return shopIds.isEmpty()
                ? Optional.empty()
                : sql.first(
                        "SELECT * FROM forecast_fit WHERE id = ? AND shop_id IN (" + Sql.places(shopIds.size()) + ")",
                        this::read,
                        InLists.params(shopIds, id));
    }

    /** Newest first. */
    List<ForecastFit> listBefore(long shopId, long beforeId, int rows) {
        return sql.list(
                "SELECT * FROM forecast_fit WHERE shop_id = ? AND id < ? ORDER BY id DESC LIMIT ?",
                this::read,
                shopId,
                beforeId,
                rows);
    }

    /** The one whose findings hold. */
    Optional<ForecastFit> findLastDone(long shopId) {
        return sql.first(
                "SELECT * FROM forecast_fit WHERE shop_id = ? AND status = 'DONE' ORDER BY id DESC LIMIT 1",
                this::read,
                shopId);
    }

    /** The one that waits and has not begun: it will see what is known by then. */
    Optional<ForecastFit> findQueued(long shopId, LocalDate asOf) {
        return sql.first(
                "SELECT * FROM forecast_fit WHERE status = 'QUEUED' AND shop_id = ? AND as_of = ? ORDER BY id LIMIT 1",
                this::read,
                shopId,
                asOf);
    }

    /** The one that was interrupted, or else the one that has waited longest. */
    Optional<ForecastFit> findNext(long shopId) {
        return sql.first(
                "SELECT * FROM forecast_fit WHERE shop_id = ? AND " + UNFINISHED
                        + " ORDER BY CASE status WHEN 'RUNNING' THEN 0 ELSE 1 END, id LIMIT 1",
                this::read,
                shopId);
    }

    /** Shops that have a fit to run while nobody is running one. */
    List<Long> listShopsWithDueFits(int rows) {
        return sql.list(
                "SELECT DISTINCT f.shop_id FROM forecast_fit f JOIN forecast_turn t ON t.shop_id = f.shop_id"
                        + " WHERE f." + UNFINISHED + " AND " + ShopLease.isFree("t")
                        + " LIMIT ?",
                row -> row.longAt("shop_id"),
                rows);
    }

    void start(ForecastFit fit, Instant now) {
        sql.update(
                "UPDATE forecast_fit SET status = ?, started_at = COALESCE(started_at, ?) WHERE shop_id = ? AND id = ?",
                FitStatus.RUNNING,
                now,
                fit.shopId(),
                fit.id());
    }

    /** Keeps what the data were and, if there was enough of it, what was found. */
    void keep(ForecastFit fit, ForecastReason outcome, FitData data, FitResult result) {
        sql.update(
                "UPDATE forecast_fit SET outcome = ?, history_days = ?, buyers = ?, repeat_buyers = ?, attempts = 0"
                        + " WHERE shop_id = ? AND id = ?",
                outcome,
                data.historyDays(),
                data.buyers(),
                data.repeatBuyers(),
                fit.shopId(),
                fit.id());
        if (result == null) {
            return;
        }
        BgNbd purchases = result.purchases().model();
        GammaGamma spend = result.spend();
        sql.update(
                "UPDATE forecast_fit SET points = ?, r = ?, alpha = ?, a = ?, b = ?, log_likelihood = ?,"
                        + " spend_buyers = ?, spend_p = ?, spend_q = ?, spend_v = ?, quality = ?"
                        + " WHERE shop_id = ? AND id = ?",
                result.points(),
                purchases.r(),
                purchases.alpha(),
                purchases.a(),
                purchases.b(),
                result.purchases().logLikelihood(),
                result.spendBuyers(),
                spend == null ? null : spend.p(),
                spend == null ? null : spend.q(),
                spend == null ? null : spend.v(),
                write(result.quality()),
                fit.shopId(),
                fit.id());
    }

    /** In the transaction that wrote the page. */
    void advance(ForecastFit fit, long checkpointBuyer, int buyers) {
        sql.update(
                "UPDATE forecast_fit SET checkpoint_buyer = ?, buyers_done = buyers_done + ?, attempts = 0"
                        + " WHERE shop_id = ? AND id = ?",
                checkpointBuyer,
                buyers,
                fit.shopId(),
                fit.id());
    }

    /** Progress sets the count back. */
    void countFailure(ForecastFit fit) {
        sql.update(
                "UPDATE forecast_fit SET attempts = attempts + 1 WHERE shop_id = ? AND id = ?", fit.shopId(), fit.id());
    }

    void finish(ForecastFit fit, FitStatus status, String failure, Instant now) {
        sql.update(
                "UPDATE forecast_fit SET status = ?, failure = ?, finished_at = ? WHERE shop_id = ? AND id = ?",
                status,
                failure,
                now,
                fit.shopId(),
                fit.id());
    }

    private ForecastFit read(Row row) throws SQLException {
        ForecastReason outcome = row.enumAt("outcome", ForecastReason.class);
        return new ForecastFit(
                row.longAt("shop_id"),
                row.longAt("id"),
                row.enumAt("status", FitStatus.class),
                row.dayAt("as_of"),
                row.textAt("requested_by"),
                outcome,
                outcome == null
                        ? null
                        : new FitData(row.intAt("history_days"), row.longAt("buyers"), row.longAt("repeat_buyers")),
                outcome == ForecastReason.FITTED ? result(row) : null,
                row.longAt("checkpoint_buyer"),
                row.longAt("buyers_done"),
                row.intAt("attempts"),
                row.textAt("failure"),
                row.instantAt("created_at"),
                row.instantAt("started_at"),
                row.instantAt("finished_at"));
    }

    private FitResult result(Row row) throws SQLException {
        BgNbd purchases = new BgNbd(row.doubleAt("r"), row.doubleAt("alpha"), row.doubleAt("a"), row.doubleAt("b"));
        GammaGamma spend = row.nullableDoubleAt("spend_p") == null
                ? null
                : new GammaGamma(row.doubleAt("spend_p"), row.doubleAt("spend_q"), row.doubleAt("spend_v"));
        return new FitResult(
                row.longAt("points"),
                new BgNbdFit(purchases, row.doubleAt("log_likelihood")),
                row.longAt("spend_buyers"),
                spend,
                quality(row.textAt("quality")));
    }

    private String write(FitQuality quality) {
        try {
            return quality == null ? null : json.writeValueAsString(quality);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A quality that is no JSON", e);
        }
    }

    private FitQuality quality(String text) {
        try {
            return text == null ? null : json.readValue(text, FitQuality.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The stored quality is no JSON", e);
        }
    }
}
