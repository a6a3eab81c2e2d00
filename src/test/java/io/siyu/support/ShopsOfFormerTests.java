package io.siyu.support;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.callback.QuarkusTestAfterAllCallback;
import io.quarkus.test.junit.callback.QuarkusTestContext;
import io.siyu.platform.sql.Sql;

import java.util.List;

/**
 * Gives up the shops of a class once its tests are over: each clock that a later test sets would have all of them tiered
 * anew, and their campaigns and tasks carried on, before that test gets its answer.
 */
public class ShopsOfFormerTests implements QuarkusTestAfterAllCallback {
    private static final List<String> WHAT_LETS_THEM_LIVE = List.of(
            "DELETE FROM shop",
            "DELETE FROM tier_run",
            "DELETE FROM forecast_schedule",
            "DELETE FROM membership",
            "DELETE FROM staff_invitation");

    @Override
    public void afterAll(QuarkusTestContext context) {
        Sql sql = Arc.container().instance(Sql.class).get();
        WHAT_LETS_THEM_LIVE.forEach(
                statement -> QuarkusTransaction.requiringNew().run(() -> sql.update(statement)));
    }
}
