package io.siyu.campaign.plan;

import io.siyu.campaign.calendar.MarketingNode;
import io.siyu.campaign.calendar.NodeDay;
import io.siyu.campaign.calendar.NodeKind;

import java.time.LocalDate;

/** @param chosenByDefault part of a plan that names no nodes */
public record NodeResponse(
        String code, String name, String nameEn, LocalDate day, NodeKind kind, boolean chosenByDefault) {
    static NodeResponse from(NodeDay nodeDay) {
        MarketingNode node = nodeDay.node();
        return new NodeResponse(
                node.code(), node.zh(), node.en(), nodeDay.day(), node.kind(), node.isChosenByDefault());
    }
}
