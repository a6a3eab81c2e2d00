package io.siyu.platform.database;

import io.siyu.platform.problem.ErrorCode;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.junit.jupiter.api.Test;

import java.sql.SQLException;

import static org.assertj.core.api.Assertions.assertThat;

class FaultLinesTest {
    private static final String AUTHORIZER = "io.quarkus.vertx.http.runtime.security.AbstractHttpAuthorizer";
    private final FaultLines filter = new FaultLines();

    @Test
    void whatARequestWasRefusedWithIsNotReportedAgainByWhoLooksAtPermissions() {
        assertThat(filter.isLoggable(report(AUTHORIZER, ErrorCode.LOGIN_UNAVAILABLE.problem("Away."))))
                .isFalse();
    }

    @Test
    void whatElseIsReportedIsLogged() {
        ExtLogRecord mistake = report(AUTHORIZER, new IllegalStateException("A mistake"));
        assertThat(filter.isLoggable(mistake)).isTrue();
        assertThat(mistake.getThrown()).hasMessage("A mistake");
        assertThat(filter.isLoggable(report("io.siyu.Other", ErrorCode.INTERNAL.problem("A mistake"))))
                .isTrue();
        assertThat(filter.isLoggable(report(AUTHORIZER, null))).isTrue();
    }

    @Test
    void aFaultOfTheDatabaseIsALine() {
        ExtLogRecord fault = report("io.siyu.Other", new SQLException("Gone", "08S01", 0));

        assertThat(filter.isLoggable(fault)).isTrue();
        assertThat(fault.getThrown()).isNull();
        assertThat(fault.getMessage()).isEqualTo("Exception occurred: SQLException: Gone");
    }

    private static ExtLogRecord report(String logger, Throwable thrown) {
        ExtLogRecord report = new ExtLogRecord(Level.ERROR, "Exception occurred", FaultLinesTest.class.getName());
        report.setLoggerName(logger);
        report.setThrown(thrown);
        return report;
    }
}
