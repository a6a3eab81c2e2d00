package io.siyu.forecast.fit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.siyu.forecast.FitData;
import io.siyu.forecast.ForecastReason;
import io.siyu.forecast.model.FitFlaw;
import io.siyu.forecast.model.GammaGamma;
import io.siyu.forecast.model.ModelKind;
import io.siyu.forecast.model.PurchaseModel;
import io.siyu.forecast.trial.Candidate;
import io.siyu.platform.sql.InLists;
import io.siyu.platform.sql.ResultRow;
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
public class ForecastFitRepository {
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
    public Optional<ForecastFit> findLastDone(long shopId) {
        return sql.first(
                "SELECT * FROM forecast_fit WHERE shop_id = ? AND status = 'DONE' ORDER BY id DESC LIMIT 1",
                this::read,
                shopId);
    }

    /** The one of that day's knowledge that waits or runs. */
    Optional<ForecastFit> findUnfinished(long shopId, LocalDate asOf) {
        return sql.first(
                "SELECT * FROM forecast_fit WHERE " + UNFINISHED + " AND shop_id = ? AND as_of = ? ORDER BY id LIMIT 1",
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

    /**
     * Shops that have a fit to run while nobody is running one: first those where somebody waits for it, then by how long
     * it has waited, so that the nights of many shops keep nobody waiting.
     */
    List<Long> listShopsWithDueFits(int rows) {
        return sql.list(
                "SELECT f.shop_id FROM forecast_fit f JOIN forecast_schedule s ON s.shop_id = f.shop_id"
                        + " WHERE f." + UNFINISHED + " AND " + ShopLease.isFree("s")
                        + " GROUP BY f.shop_id ORDER BY MIN(f.requested_by IS NULL), MIN(f.id) LIMIT ?",
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

    /** Whether a fit of the shop has failed, or waits to be tried again after it broke off. */
    boolean hasBrokenOff(long shopId) {
        return sql.first(
                        "SELECT 1 AS one FROM forecast_fit WHERE shop_id = ? AND (status = 'FAILED' OR attempts > 0)"
                                + " LIMIT 1",
                        row -> row.intAt("one"),
                        shopId)
                .isPresent();
    }

    /** Keeps what the data were and what came of them. */
    void keep(ForecastFit fit, FitData data, FitVerdict verdict) {
        sql.update(
                "UPDATE forecast_fit SET outcome = ?, history_days = ?, buyers = ?, repeat_buyers = ?, no_fit = ?,"
                        + " tried = ?, attempts = 0 WHERE shop_id = ? AND id = ?",
                verdict.outcome(),
                data.historyDays(),
                data.buyers(),
                data.repeatBuyers(),
                verdict.flaw(),
                write(verdict.tried()),
                fit.shopId(),
                fit.id());
        if (verdict.result() != null) {
            keep(fit, verdict.result());
        }
    }

    private void keep(ForecastFit fit, FitResult result) {
        PurchaseModel purchases = result.chosen().fit().model();
        GammaGamma spend = result.spend();
        sql.update(
                "UPDATE forecast_fit SET points = ?, model = ?, spend_buyers = ?, spend_p = ?, spend_q = ?, spend_v = ?"
                        + " WHERE shop_id = ? AND id = ?",
                result.points(),
                purchases.kind(),
                result.spendBuyers(),
                spend == null ? null : spend.p(),
                spend == null ? null : spend.q(),
                spend == null ? null : spend.v(),
                fit.shopId(),
                fit.id());
    }

    /** Takes back a verdict whose forecasts turned out to be none: the fit begins to clear what is stored. */
    void withdraw(ForecastFit fit, FitFlaw flaw) {
        sql.update(
                "UPDATE forecast_fit SET outcome = ?, no_fit = ?, model = NULL WHERE shop_id = ? AND id = ?",
                ForecastReason.NO_FIT,
                flaw,
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

    private ForecastFit read(ResultRow row) throws SQLException {
        ForecastReason outcome = row.enumAt("outcome", ForecastReason.class);
        TriedModels tried = tried(row.textAt("tried"));
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
                row.enumAt("no_fit", FitFlaw.class),
                tried,
                outcome == ForecastReason.FITTED ? result(row, tried) : null,
                row.longAt("checkpoint_buyer"),
                row.longAt("buyers_done"),
                row.intAt("attempts"),
                row.textAt("failure"),
                row.instantAt("created_at"),
                row.instantAt("started_at"),
                row.instantAt("finished_at"));
    }

    private static FitResult result(ResultRow row, TriedModels tried) throws SQLException {
        ModelKind kind = row.enumAt("model", ModelKind.class);
        Candidate chosen = tried.candidates().stream()
                .filter(candidate -> candidate.kind() == kind)
                .findFirst()
                .orElseThrow();
        GammaGamma spend = row.nullableDoubleAt("spend_p") == null
                ? null
                : new GammaGamma(row.doubleAt("spend_p"), row.doubleAt("spend_q"), row.doubleAt("spend_v"));
        return new FitResult(row.longAt("points"), chosen, row.longAt("spend_buyers"), spend);
    }

    private String write(TriedModels tried) {
        try {
            return tried == null ? null : json.writeValueAsString(tried);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Models that are no JSON", e);
        }
    }

    private TriedModels tried(String text) {
        try {
            return text == null ? null : json.readValue(text, TriedModels.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The stored models are no JSON", e);
        }
    }
}
