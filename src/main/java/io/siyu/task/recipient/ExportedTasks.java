package io.siyu.task.recipient;

import io.siyu.privacy.export.ExportSection;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What a person is told of the work that was about them, and of what was written to them. */
class ExportedTasks {
    @Produces
    @Singleton
    ExportSection tasks() {
        return ExportSection.of(
                30,
                "tasks",
                new ExportSection.Rows(
                        "SELECT t.* FROM task t JOIN follower f ON f.shop_id = t.shop_id AND f.id = t.follower_id",
                        "f.buyer_id",
                        "t.id"),
                "id",
                "kind",
                "status",
                "title",
                "opensAt:time",
                "closedAt:time",
                "reason",
                "result");
    }

    @Produces
    @Singleton
    ExportSection messages() {
        return ExportSection.of(
                40,
                "messages",
                new ExportSection.Rows(
                        "SELECT r.*, t.title, t.copy_text FROM task_recipient r"
                                + " JOIN task t ON t.shop_id = r.shop_id AND t.id = r.task_id",
                        "r.follower_id",
                        "r.task_id"),
                "taskId",
                "title",
                "copyText",
                "state",
                "outcome",
                "stateAt:time",
                "note");
    }
}
