package io.siyu.staff;

import io.siyu.staff.AccountPeople.Person;
import io.siyu.staff.AccountWorker.Why;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

/** R14: who works for an account at an instant. */
class AccountPeopleTest {
    private static final Instant NINE = Instant.parse("2026-11-09T01:00:00Z");
    private static final Instant TEN = NINE.plus(Duration.ofHours(1));
    private static final Set<String> STAFF = Set.of("staff");
    private static final long ANNA = 1;
    private static final long BEN = 2;
    private static final long CARL = 3;

    @Test
    void r14TheOwnerWhoIsHere() {
        AccountWorker worker = people(here(ANNA), here(BEN), here(CARL)).at(NINE);
        assertThat(worker.staffId()).contains(ANNA);
        assertThat(worker.meantForStaffId()).isNull();
        assertThat(worker.reason()).isNull();
    }

    @Test
    void r14TheAccountsBackupBeforeTheAbsencesWhileTheOwnerIsAwayWithTheReason() {
        AccountWorker worker = people(away(ANNA), here(BEN), here(CARL)).at(NINE);
        assertThat(worker.staffId()).contains(BEN);
        assertThat(worker.why()).isEqualTo(Why.OWNER_AWAY);
        assertThat(worker.meantForStaffId()).isEqualTo(ANNA);
        assertThat(worker.reason()).isEqualTo("负责人不在，由替班处理");
        assertThat(people(away(ANNA), null, here(CARL)).at(NINE).staffId()).contains(CARL);
        assertThat(people(away(ANNA), away(BEN), here(CARL)).at(NINE).staffId()).contains(CARL);
    }

    @Test
    void r14AwayIsReadOffTheClock() {
        AccountPeople people = people(away(ANNA), here(BEN), null);
        assertThat(people.at(NINE.minusNanos(1)).staffId()).contains(ANNA);
        assertThat(people.at(TEN.minusNanos(1)).staffId()).contains(BEN);
        assertThat(people.at(TEN).staffId()).contains(ANNA);
    }

    @Test
    void r14ThePoolWithoutAnybodyWhoIsHere() {
        AccountWorker worker = people(away(ANNA), away(BEN), away(CARL)).at(NINE);
        assertThat(worker.staffId()).isEmpty();
        assertThat(worker.meantForStaffId()).isEqualTo(ANNA);
        assertThat(worker.reason()).isEqualTo("负责人不在，转入店铺公共任务");
    }

    @Test
    void r14ThePoolWhileTheOwnerIsOnlyInvited() {
        Person invited = new Person(ANNA, StaffStatus.INVITED, STAFF, null);
        AccountWorker worker = people(invited, here(BEN), null).at(NINE);
        assertThat(worker.staffId()).isEmpty();
        assertThat(worker.why()).isEqualTo(Why.OWNER_NOT_HERE_YET);
    }

    @Test
    void r14OfAnOwnerWhoLeftOnlyTheAccountsBackup() {
        for (StaffStatus status : Set.of(StaffStatus.LEFT, StaffStatus.INACTIVE)) {
            Person gone = new Person(ANNA, status, STAFF, new Absence(NINE, TEN, CARL));
            assertThat(people(gone, here(BEN), here(CARL)).at(NINE).staffId()).contains(BEN);
            assertThat(people(gone, null, here(CARL)).at(NINE).staffId()).isEmpty();
        }
    }

    @Test
    void r14AnIntegrationHasNoWork() {
        Person integration = new Person(ANNA, StaffStatus.ACTIVE, Set.of("integration"), null);
        assertThat(people(integration, null, null).at(NINE).staffId()).isEmpty();
        assertThat(people(away(BEN), integration, integration).at(NINE).staffId())
                .isEmpty();
    }

    private static AccountPeople people(Person owner, Person backup, Person standIn) {
        return new AccountPeople(7, owner, backup, standIn);
    }

    private static Person here(long id) {
        return new Person(id, StaffStatus.ACTIVE, STAFF, null);
    }

    private static Person away(long id) {
        return new Person(id, StaffStatus.ACTIVE, STAFF, new Absence(NINE, TEN, CARL));
    }
}
