package io.siyu.team;

import io.siyu.platform.ids.Id;
import io.siyu.staff.caller.Member;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The team board: what each member did (R14). Staff see their own row. */
@ApplicationScoped
public class StaffFiguresService {
    private final StaffFigureQueries queries;
    private final Clock clock;

    StaffFiguresService(StaffFigureQueries queries, Clock clock) {
        this.queries = queries;
        this.clock = clock;
    }

    /**
     * @param from null for thirty days up to the last one
     * @param to the shop's day, included; null for today
     */
    public StaffFiguresResponse of(Member member, LocalDate from, LocalDate to) {
        DayRange days = DayRange.of(member.shop(), clock, from, to);
        Map<Long, StaffWork> work = queries.work(member.shopId(), days);
        List<StaffFiguresResponse.Row> rows = queries.names(member.shopId()).entrySet().stream()
                .filter(person -> !member.isOnlyStaff() || person.getKey() == member.staffId())
                .map(person -> work.getOrDefault(person.getKey(), new StaffWork())
                        .row(Id.of(person.getKey()), person.getValue()))
                .toList();
        return new StaffFiguresResponse(days.from(), days.to(), rows);
    }
}
