package io.siyu.forecast;

import io.siyu.forecast.model.GammaGamma;
import io.siyu.forecast.model.ModelKind;
import io.siyu.forecast.model.PurchaseModel;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.LocalDate;

import static org.assertj.core.api.Assertions.assertThat;

class ForecastModelTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);
    private static final ForecastModel MODEL = model(ModelKind.BG_NBD);

    private static ForecastModel model(ModelKind kind) {
        return new ForecastModel(new PurchaseModel(kind, .6, 4, .7, 3), new GammaGamma(6.25, 3.74, 15.44), AS_OF);
    }

    @Property
    void whateverTheHistoryTheForecastIsInOrder(
            @ForAll ModelKind kind,
            @ForAll @IntRange(min = 1, max = 400) int days,
            @ForAll @IntRange(min = 0, max = 4000) int ago,
            @ForAll @IntRange(min = 0, max = 90) int due) {
        LocalDate last = AS_OF.minusDays(ago);
        LocalDate first = days == 1 ? last : last.minusDays(days * 3L);
        BuyerForecast forecast = model(kind).of(buyer(days, first, last, last.plusDays(due), "70.00"));

        assertThat(forecast.alive()).isBetween(0., 1.);
        assertThat(forecast.purchases90()).isGreaterThanOrEqualTo(forecast.purchases30());
        if (forecast.nextDay() != null) {
            assertThat(forecast.nextDay()).isAfter(AS_OF).isAfterOrEqualTo(forecast.nextFrom());
            assertThat(forecast.nextTo() == null || !forecast.nextTo().isBefore(forecast.nextDay()))
                    .isTrue();
        }
        if (forecast.dueDay() != null) {
            assertThat(forecast.alive()).isGreaterThanOrEqualTo(.4999);
            assertThat(forecast.dueDay()).isAfterOrEqualTo(AS_OF.minusDays(ForecastModel.OVERDUE_DAYS));
            assertThat(forecast.nextDay() == null || !forecast.dueDay().isAfter(forecast.nextDay()))
                    .isTrue();
        }
    }

    @Test
    void whoIsOverdueByTheCycleIsDueForAWeekAndThenWhenTheModelSays() {
        LocalDate last = AS_OF.minusDays(37);
        LocalDate first = last.minusDays(120);
        assertThat(MODEL.of(buyer(5, first, last, AS_OF.minusDays(7), "70.00")).dueDay())
                .isEqualTo(AS_OF.minusDays(7));
        BuyerForecast later = MODEL.of(buyer(5, first, last, AS_OF.minusDays(8), "70.00"));
        assertThat(later.dueDay()).isEqualTo(later.nextDay()).isAfter(AS_OF);
    }

    @Test
    void whoHasMostLikelyGoneIsNeverDue() {
        BuyerForecast forecast =
                MODEL.of(buyer(20, AS_OF.minusDays(460), AS_OF.minusDays(400), AS_OF.minusDays(2), "70.00"));
        assertThat(forecast.alive()).isLessThan(.01);
        assertThat(forecast.nextDay()).isNull();
        assertThat(forecast.dueDay()).isNull();
    }

    /** To BG/NBD they are alive for sure, so that they were due by their cycle whenever it was. */
    @Test
    void whoBoughtOnceLongAgoIsNotDueOnceTheModelLetsThemGo() {
        LocalDate last = AS_OF.minusDays(1500);
        BuyerPurchases once = buyer(1, last, last, AS_OF.plusDays(3), "70.00");
        assertThat(model(ModelKind.BG_NBD).of(once).alive()).isEqualTo(1);
        assertThat(model(ModelKind.BG_NBD).of(once).dueDay()).isEqualTo(AS_OF.plusDays(3));
        BuyerForecast modified = model(ModelKind.MBG_NBD).of(once);
        assertThat(modified.alive()).isLessThan(.5);
        assertThat(modified.dueDay()).isNull();
    }

    @Test
    void noSpendIsTooGreatOrTooSmallToBeStored() {
        LocalDate first = AS_OF.minusDays(60);
        assertThat(MODEL.of(buyer(2, first, AS_OF, null, "999999999999.99")).spend())
                .isLessThan(new BigDecimal("1000000000000"));
        assertThat(MODEL.of(buyer(2, first, AS_OF, null, "-5.00")).spend()).isPositive();
        assertThat(new ForecastModel(MODEL.purchases(), null, AS_OF)
                        .of(buyer(2, first, AS_OF, null, "70.00"))
                        .spend())
                .isNull();
    }

    private static BuyerPurchases buyer(int days, LocalDate first, LocalDate last, LocalDate due, String net) {
        return new BuyerPurchases(1, days, first, last, new BigDecimal(net), BigDecimal.TEN, due);
    }
}
