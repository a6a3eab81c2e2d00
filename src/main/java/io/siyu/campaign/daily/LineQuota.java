package io.siyu.campaign.daily;

import io.siyu.content.ContentLine;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** @param most of so many days in a row as the plan's window has, so many posts are of the line at most */
public record LineQuota(
        @NotNull ContentLine line,
        @NotNull @Min(1) @Max(200) Integer most) {}
