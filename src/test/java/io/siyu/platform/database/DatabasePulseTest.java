package io.siyu.platform.database;

import io.agroal.api.AgroalDataSource;
import org.junit.jupiter.api.Test;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class DatabasePulseTest {
    private final List<String> done = new ArrayList<>();
    private boolean answers = true;
    private final DatabasePulse pulse = new DatabasePulse(entry(), patience(), pool(), new Settings());

    @Test
    void nobodyIsLetInBeforeWhatLivedThroughTheSilenceHasEnded() {
        pulse.beat();
        assertThat(pulse.isSilent()).isFalse();
        assertThat(done).isEmpty();

        answers = false;
        pulse.beat();
        assertThat(pulse.isSilent()).isTrue();

        answers = true;
        done.clear();
        pulse.beat();
        assertThat(pulse.isSilent()).as("while the pool is being emptied").isTrue();
        assertThat(done).containsExactly("end all", "flush");

        pulse.beat();
        assertThat(pulse.isSilent()).isFalse();
        assertThat(done).as("what was borrowed since then is good").hasSize(2);
    }

    @Test
    void nobodyGoesOnTryingWhatIsIdleWhileItIsAskedASecondTime() {
        pulse.beat();
        answers = false;
        pulse.beat();

        assertThat(done).containsExactly("flush", "end those of requests", "flush");
    }

    @Test
    void eachSilenceIsSweptUpAfter() {
        for (int i = 0; i < 2; i++) {
            answers = false;
            pulse.beat();
            answers = true;
            done.clear();
            pulse.beat();
            assertThat(done).containsExactly("end all", "flush");
            pulse.beat();
            assertThat(pulse.isSilent()).isFalse();
        }
    }

    @Test
    void aSilenceThatBeginsAgainAtOnceIsSweptUpAfterAgain() {
        answers = false;
        pulse.beat();
        answers = true;
        pulse.beat();
        answers = false;
        pulse.beat();
        answers = true;
        done.clear();
        pulse.beat();

        assertThat(pulse.isSilent()).isTrue();
        assertThat(done).containsExactly("end all", "flush");
    }

    private DatabaseEntry entry() {
        return new DatabaseEntry(null) {
            @Override
            Connection connect(Duration connect, Duration answer, String sessionVariables) throws SQLException {
                ask();
                return fake(Connection.class);
            }
        };
    }

    private void ask() throws SQLException {
        if (!answers) {
            throw new SQLNonTransientConnectionException("silent");
        }
    }

    private ConnectionPatience patience() {
        return new ConnectionPatience(new Settings()) {
            @Override
            int endAll() {
                done.add("end all");
                return 1;
            }

            @Override
            int endThoseOfRequests() {
                done.add("end those of requests");
                return 1;
            }
        };
    }

    private AgroalDataSource pool() {
        return proxy(AgroalDataSource.class, name -> done.add(name));
    }

    /** A connection, and what it makes, which answer as long as the database does. */
    private <T> T fake(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, parameters) -> switch (method.getName()) {
                    case "createStatement", "executeQuery" -> {
                        ask();
                        yield fake(method.getReturnType());
                    }
                    case "next" -> true;
                    default -> null;
                }));
    }

    private static <T> T proxy(Class<T> type, java.util.function.Consumer<String> called) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, parameters) -> {
                    called.accept(method.getName());
                    return null;
                }));
    }

    /** Nothing of it matters where nothing is waited for. */
    private static final class Settings implements DatabaseConfig {
        @Override
        public Duration requestPatience() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Duration workPatience() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Duration trialPatience() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Pulse pulse() {
            return new Pulse() {
                @Override
                public Duration every() {
                    return Duration.ofSeconds(1);
                }

                @Override
                public Duration answerWithin() {
                    return Duration.ofSeconds(1);
                }

                @Override
                public Duration connectWithin() {
                    return Duration.ofSeconds(1);
                }

                @Override
                public Duration endWorkAfter() {
                    return Duration.ofDays(1);
                }
            };
        }
    }
}
