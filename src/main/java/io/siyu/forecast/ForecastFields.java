package io.siyu.forecast;

import io.siyu.segment.filter.FilterField;
import io.siyu.segment.filter.FilterField.Kind;
import io.siyu.segment.filter.FilterSource;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;

/** What filters may ask of the expectations of a buyer. */
@ApplicationScoped
public class ForecastFields implements FilterSource {
    private static final String FORECAST = "FROM buyer_forecast x WHERE x.shop_id = b.shop_id AND x.buyer_id = b.id";

    private static final List<FilterField> ALL = List.of(
            FilterField.among("alive", Kind.NUMBER, FORECAST, "x.alive"),
            FilterField.among("purchases30", Kind.NUMBER, FORECAST, "x.purchases30"),
            FilterField.among("purchases90", Kind.NUMBER, FORECAST, "x.purchases90"),
            FilterField.among("expectedSpend", Kind.NUMBER, FORECAST, "x.spend"),
            FilterField.among("nextDay", Kind.DAY, FORECAST, "x.next_day"));

    @Override
    public List<FilterField> fields() {
        return ALL;
    }

    @Override
    public int place() {
        return 30;
    }
}
