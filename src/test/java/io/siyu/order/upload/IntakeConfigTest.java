package io.siyu.order.upload;

import io.smallrye.config.ConfigValidationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class IntakeConfigTest {
    @Test
    void takesBatchesAsLargeAsATransactionMayBe() {
        assertThat(IntakeSettings.of(Map.of("batch-size", "5000")).batchSize()).isEqualTo(5000);
    }

    @ParameterizedTest
    @CsvSource({"batch-size,5001", "batch-size,0", "most-orders,0", "most-rejects,-1", "workers,0", "attempts,0"})
    void doesNotStartWithWhatNothingWouldComeOf(String name, String value) {
        assertThatExceptionOfType(ConfigValidationException.class)
                .isThrownBy(() -> IntakeSettings.of(Map.of(name, value)))
                .withMessageContaining("siyu.intake." + name);
    }
}
