package io.siyu.retrospective.sales;

import io.siyu.retrospective.comparison.Sales;

import java.time.LocalDate;

/** What was sold on one day of a window. */
public record DaySales(LocalDate day, Sales shop, Sales audience, Sales attributed) {}
