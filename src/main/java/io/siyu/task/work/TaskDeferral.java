package io.siyu.task.work;

import io.siyu.platform.problem.ErrorCode;
import io.siyu.shop.Shop;
import io.siyu.task.Task;
import io.siyu.task.TaskConfig;
import io.siyu.task.TaskKind;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/** How far a task can be put off: a post within the day of the shop, because tomorrow it says something else. */
@ApplicationScoped
class TaskDeferral {
    private final TaskConfig config;

    TaskDeferral(TaskConfig config) {
        this.config = config;
    }

    /** @throws io.siyu.platform.problem.ProblemException 400 for an instant that is past or too far ahead */
    Instant check(Shop shop, Task task, OffsetDateTime wanted, Instant now) {
        Instant until = wanted.toInstant().truncatedTo(ChronoUnit.MICROS);
        if (!until.isAfter(now)) {
            throw ErrorCode.VALIDATION_FAILED.problem("until", "Past", "It must lie ahead.");
        }
        if (until.isAfter(latest(shop, task, now))) {
            throw ErrorCode.VALIDATION_FAILED.problem(
                    "until",
                    "TooFar",
                    task.kind() == TaskKind.ADD_FRIEND
                            ? "At most " + config.longestSnooze().toDays() + " days ahead."
                            : "Within this day of the shop; hand it over or skip it instead.");
        }
        return until;
    }

    private Instant latest(Shop shop, Task task, Instant now) {
        if (task.kind() == TaskKind.ADD_FRIEND) {
            return now.plus(config.longestSnooze());
        }
        return LocalDate.ofInstant(now, shop.zone())
                .plusDays(1)
                .atStartOfDay(shop.zone())
                .toInstant();
    }
}
