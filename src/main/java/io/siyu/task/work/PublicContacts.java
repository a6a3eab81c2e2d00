package io.siyu.task.work;

import io.siyu.content.PostKind;
import io.siyu.follower.contact.Contact;
import io.siyu.follower.contact.ContactLedger;
import io.siyu.follower.contact.ContactLimitChecks;
import io.siyu.staff.caller.Member;
import io.siyu.task.Task;
import io.siyu.task.TaskKind;
import io.siyu.task.limit.WaitingMoments;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Writes down what went out on an account: a moment or a group post that was done. */
@ApplicationScoped
class PublicContacts {
    private final ContactLimitChecks checks;
    private final ContactLedger ledger;
    private final WaitingMoments others;

    PublicContacts(ContactLimitChecks checks, ContactLedger ledger, WaitingMoments others) {
        this.others = others;
        this.checks = checks;
        this.ledger = ledger;
    }

    /**
     * It has happened, so it is taken, whatever limits it breaks.
     *
     * @param version of its script, as it was seen
     */
    void add(Member by, Task task, Integer version, Instant at, Instant now) {
        Contact contact = new Contact(
                task.shopId(),
                PostKind.valueOf(task.kind().name()),
                task.id(),
                Contact.EVERYBODY,
                task.origin().accountId(),
                by.staffId(),
                at,
                LocalDate.ofInstant(at, by.shop().zone()),
                new Contact.Said(
                        task.origin().campaignId(),
                        task.origin().postId(),
                        task.content().scriptId(),
                        version,
                        null));
        ledger.add(checks.check(by.shop(), List.of(contact)));
        if (task.kind() == TaskKind.MOMENT && task.origin().accountId() != null) {
            others.lookAgain(by.shop(), task, now);
        }
    }
}
