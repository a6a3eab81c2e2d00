package io.siyu.privacy.export;

import java.util.List;

/** What is stored about a person in the tables of orders and buyers, besides the buyer itself. */
final class ExportSections {
    static final List<ExportSection> OF_BUYERS_AND_ORDERS = List.of(
            ExportSection.of(
                    10,
                    "orders",
                    new ExportSection.Rows("SELECT o.* FROM shop_order o", "o.buyer_id", "o.id"),
                    "id",
                    "orderNo",
                    "status",
                    "createdAt:time",
                    "paidAt:time",
                    "day",
                    "paidAmount",
                    "refundAmount",
                    "netAmount",
                    "counted:flag",
                    "source"),
            ExportSection.of(
                    60,
                    "reveals",
                    new ExportSection.Rows("SELECT v.* FROM contact_reveal v", "v.buyer_id", "v.id"),
                    "staffId",
                    "revealedAt:time"),
            ExportSection.of(
                    70,
                    "merges",
                    new ExportSection.Rows("SELECT g.* FROM buyer_merge g", "g.kept_id", "g.id"),
                    "id",
                    "keptId",
                    "goneId",
                    "provedBy",
                    "reason",
                    "madeAt:time",
                    "undoneAt:time"),
            ExportSection.of(
                    80,
                    "privacyEvents",
                    new ExportSection.Rows("SELECT e.* FROM buyer_privacy_event e", "e.buyer_id", "e.id"),
                    "kind",
                    "reason",
                    "staffId",
                    "at:time"));

    private ExportSections() {}
}
