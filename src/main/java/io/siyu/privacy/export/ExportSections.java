package io.siyu.privacy.export;

import java.util.List;

/** What is stored about a person besides the buyer itself, table by table; those merged into the buyer included. */
final class ExportSections {
    private static final String OF_PERSON = ".shop_id = ? AND %s IN (" + ExportSection.PEOPLE + ")";

    static final List<ExportSection> ALL = List.of(
            ExportSection.of(
                    "orders",
                    "o.id",
                    "SELECT o.* FROM shop_order o WHERE " + of("o", "o.buyer_id"),
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
                    "tierMoves",
                    "m.run_no",
                    "SELECT m.* FROM buyer_tier_move m WHERE " + of("m", "m.buyer_id"),
                    "fromTier",
                    "toTier",
                    "day",
                    "reason"),
            ExportSection.of(
                    "tasks",
                    "t.id",
                    "SELECT t.* FROM task t JOIN follower f ON f.shop_id = t.shop_id AND f.id = t.follower_id WHERE "
                            + of("t", "f.buyer_id"),
                    "id",
                    "kind",
                    "status",
                    "title",
                    "opensAt:time",
                    "closedAt:time",
                    "reason",
                    "result"),
            ExportSection.of(
                    "messages",
                    "r.task_id",
                    "SELECT r.*, t.title, t.copy_text FROM task_recipient r"
                            + " JOIN task t ON t.shop_id = r.shop_id AND t.id = r.task_id WHERE "
                            + of("r", "r.follower_id"),
                    "taskId",
                    "title",
                    "copyText",
                    "state",
                    "stateAt:time",
                    "note"),
            ExportSection.of(
                    "feedback",
                    "b.id",
                    "SELECT b.* FROM feedback b WHERE " + of("b", "b.follower_id"),
                    "id",
                    "kind",
                    "text",
                    "status",
                    "outcome",
                    "note",
                    "reportedAt:time"),
            ExportSection.of(
                    "reveals",
                    "v.id",
                    "SELECT v.* FROM contact_reveal v WHERE " + of("v", "v.buyer_id"),
                    "staffId",
                    "revealedAt:time"),
            ExportSection.of(
                    "merges",
                    "g.id",
                    "SELECT g.* FROM buyer_merge g WHERE " + of("g", "g.kept_id"),
                    "id",
                    "keptId",
                    "goneId",
                    "provedBy",
                    "reason",
                    "madeAt:time",
                    "undoneAt:time"),
            ExportSection.of(
                    "privacyEvents",
                    "e.id",
                    "SELECT e.* FROM buyer_privacy_event e WHERE " + of("e", "e.buyer_id"),
                    "kind",
                    "reason",
                    "staffId",
                    "at:time"));

    private ExportSections() {}

    private static String of(String table, String buyer) {
        return table + OF_PERSON.formatted(buyer);
    }
}
