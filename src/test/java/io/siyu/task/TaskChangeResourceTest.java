package io.siyu.task;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.problem.ProblemException;
import io.siyu.platform.security.Role;
import io.siyu.shop.ShopRepository;
import io.siyu.staff.caller.Member;
import io.siyu.support.Database;
import io.siyu.support.OpenTasks;
import io.siyu.support.TestShop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.util.Optional;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What was read from a queue may be another person's work by the time it is taken. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class TaskChangeResourceTest {
    @Inject
    TaskChangeService changes;

    @Inject
    ShopRepository shops;

    @Inject
    OpenTasks open;

    private TestShop shop;

    @BeforeEach
    void freshShop() {
        shop = TestShop.create();
    }

    @Test
    void whatHasBecomeAnothersWorkIsNotTakenFromTheQueue() {
        String others = open.put(shop, TaskKind.MOMENT, shop.staff2Id());
        for (String role : Set.of(Role.STAFF, Role.ADMIN)) {
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> take(role, others))
                    .satisfies(refused -> assertThat(refused.code()).isEqualTo(ErrorCode.NOT_FOUND));
        }
    }

    @Test
    void ownWorkAndThatOfThePoolIsTaken() {
        take(Role.STAFF, open.put(shop, TaskKind.MOMENT, shop.staff1Id()));
        take(Role.STAFF, open.put(shop, TaskKind.MOMENT, null));
    }

    private void take(String role, String task) {
        long staff = Long.parseLong(shop.staff1Id());
        Member member = new Member(shops.findById(Long.parseLong(shop.id())), staff, "staff1", "STAFF1", Set.of(role));
        changes.change(member, Long.parseLong(task), (by, locked, now) -> {
            assertThat(locked.concerns(by.staffId())).isTrue();
            return Optional.empty();
        });
    }
}
