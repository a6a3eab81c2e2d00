package io.siyu.task.feed;

import io.siyu.platform.ids.Id;
import io.siyu.staff.Member;

import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** One client that listens to its shops. An event can come by more than once and is handed on once. */
final class Listener {
    private final Map<Long, Member> members;
    private final Consumer<TaskEventResponse> out;
    private final NavigableSet<Long> sent = new TreeSet<>();

    Listener(Map<Long, Member> members, Consumer<TaskEventResponse> out) {
        this.members = members;
        this.out = out;
    }

    Set<Long> shops() {
        return members.keySet();
    }

    synchronized void offer(TaskEventResponse event) {
        Member member = members.get(event.shopId().value());
        if (member == null || member.isOnlyStaff() && !event.concerns(Id.of(member.staffId()))) {
            return;
        }
        if (sent.add(event.id().value())) {
            out.accept(event);
        }
    }

    /** Nothing before this id will come by again. */
    synchronized void forgetBefore(long id) {
        sent.headSet(id).clear();
    }
}
