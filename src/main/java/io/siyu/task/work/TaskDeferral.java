package io.siyu.task.work;

import io.siyu.content.limit.ContactLimitRepository;
import io.siyu.content.limit.ContactLimits;
import io.siyu.platform.language.Wording;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.shop.Shop;
import io.siyu.task.Task;
import io.siyu.task.TaskConfig;
import io.siyu.task.TaskKind;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** How far a task can be put off: a post within the day of the shop, because tomorrow it says something else. */
@ApplicationScoped
class TaskDeferral {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final TaskConfig config;
    private final ContactLimitRepository limits;

    TaskDeferral(TaskConfig config, ContactLimitRepository limits) {
        this.limits = limits;
        this.config = config;
    }

    /**
     * @throws io.siyu.platform.problem.ProblemException 400 for an instant that is past, too far ahead, or in quiet hours
     */
    Instant check(Shop shop, Task task, OffsetDateTime wanted, Instant now) {
        Instant until = wanted.toInstant().truncatedTo(ChronoUnit.MICROS);
        if (!until.isAfter(now)) {
            throw ErrorCode.VALIDATION_FAILED.problem("until", "Past", "It must lie ahead.");
        }
        requireValid(shop, task, until);
        if (until.isAfter(latest(shop, task, now))) {
            throw ErrorCode.VALIDATION_FAILED.problem(
                    "until",
                    "TooFar",
                    isOfNoDay(task)
                            ? "At most " + config.longestSnooze().toDays() + " days ahead."
                            : "Within this day of the shop; hand it over or skip it instead.");
        }
        return until;
    }

    private void requireValid(Shop shop, Task task, Instant until) {
        LocalDateTime local = LocalDateTime.ofInstant(until, shop.zone());
        ContactLimits ofDay = limits.limitsOn(shop.id(), local.toLocalDate());
        if (!task.kind().isDoneElsewhere() && ofDay.isQuiet(local.toLocalTime())) {
            throw ErrorCode.VALIDATION_FAILED.problem(
                    "until",
                    "QuietHours",
                    Wording.of(
                            "Nobody is contacted from " + ofDay.quietFrom() + " to " + ofDay.quietTo() + ".",
                            ofDay.quietFrom() + " 至 " + ofDay.quietTo() + " 是静默时段，不联系任何人。"));
        }
        if (task.isOverAt(until)) {
            String end = MINUTE.format(task.validUntil().orElseThrow().atZone(shop.zone()));
            throw ErrorCode.VALIDATION_FAILED.problem(
                    "until",
                    "PastValidity",
                    Wording.of(
                            "The task is valid until " + end + "; do it before, hand it over or skip it.",
                            "任务有效期至 " + end + "，请在此之前完成、转交或跳过。"));
        }
    }

    /** It says the same tomorrow. */
    private static boolean isOfNoDay(Task task) {
        return task.kind() == TaskKind.ADD_FRIEND || task.kind().isDoneElsewhere();
    }

    private Instant latest(Shop shop, Task task, Instant now) {
        if (isOfNoDay(task)) {
            return now.plus(config.longestSnooze());
        }
        return LocalDate.ofInstant(now, shop.zone())
                .plusDays(1)
                .atStartOfDay(shop.zone())
                .toInstant();
    }
}
