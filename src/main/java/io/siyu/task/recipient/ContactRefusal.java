package io.siyu.task.recipient;

import io.siyu.follower.contact.ContactRule;
import io.siyu.follower.contact.PastContact;
import io.siyu.follower.contact.ReachedLimit;
import io.siyu.platform.language.Language;
import io.siyu.platform.language.Wording;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.problem.Violation;
import io.siyu.shop.Shop;
import io.siyu.staff.Staff;
import io.siyu.staff.StaffRepository;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.stream.Collectors;

/** Says why a follower must not be written to now: which limit, and the contact by which it was reached. */
@ApplicationScoped
class ContactRefusal {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final StaffRepository staff;

    ContactRefusal(StaffRepository staff) {
        this.staff = staff;
    }

    /** @throws io.siyu.platform.problem.ProblemException 409, if there is anything to refuse */
    void refuse(Shop shop, Map<RecipientReport, ReachedLimit> refused) {
        if (refused.isEmpty()) {
            return;
        }
        Map<Long, String> names = staff
                .listIn(
                        shop.id(),
                        refused.values().stream()
                                .filter(limit -> limit.latest() != null)
                                .map(limit -> limit.latest().staffId())
                                .collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(Staff::id, Staff::displayName));
        Wording first = wording(refused.values().iterator().next(), names, shop.zone());
        throw ErrorCode.CONTACT_LIMIT.problem(first, language -> refused.entrySet().stream()
                .map(one -> new Violation(
                        one.getKey().field(),
                        one.getValue().rule().name(),
                        wording(one.getValue(), names, shop.zone()).in(language)))
                .toList());
    }

    private static Wording wording(ReachedLimit limit, Map<Long, String> names, ZoneId zone) {
        if (limit.rule() == ContactRule.OPTED_OUT) {
            return language -> language == Language.CHINESE
                    ? "这位粉丝已要求勿扰，不再联系。"
                    : "This follower opted out and is not contacted any more.";
        }
        PastContact latest = limit.latest();
        String who = latest == null ? "?" : names.getOrDefault(latest.staffId(), "?");
        String when = latest == null ? "?" : minute(latest.at(), zone);
        String task = latest == null ? "?" : Long.toString(latest.taskId());
        String until = minute(limit.until(), zone);
        return language -> language == Language.CHINESE
                ? "已到触达上限（" + limit.allowed() + "）：" + who + " 已于 " + when + " 发过私聊（任务 " + task + "），" + until
                        + " 之后才能再发。如果确实已经发出，请确认“已经发生”。"
                : "At the limit of " + limit.allowed() + ": " + who + " wrote to this follower at " + when + " (task "
                        + task + "). The next message is free from " + until
                        + " on; say happened if it was sent all the same.";
    }

    private static String minute(Instant time, ZoneId zone) {
        return MINUTE.format(time.atZone(zone));
    }
}
