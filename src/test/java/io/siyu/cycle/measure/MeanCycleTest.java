package io.siyu.cycle.measure;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class MeanCycleTest {

    private static final List<Integer> LADDER = List.of(7, 15, 30, 60, 90);

    @ParameterizedTest
    @CsvSource({"10,1,15", "20,1,30", "201,10,60", "14,3,7", "60,1,90", "61,1,90", "400,1,90", "567281,12425,90"})
    void cadenceIsTheSmallestStepOfAtLeastOneAndAHalfCycles(long days, long intervals, int cadence) {
        assertThat(new MeanCycle(CycleBasis.BUYERS, days, intervals).cadenceDays(LADDER))
                .isEqualTo(cadence);
    }

    @Test
    void theMeanIsRoundedHalfUpToSixDecimals() {
        assertThat(new MeanCycle(CycleBasis.BUYERS, 2, 3).meanDays()).isEqualTo(new BigDecimal("0.666667"));
    }

    @ParameterizedTest
    @CsvSource({"29,1000,LOW", "30,0,MEDIUM", "500,179,MEDIUM", "500,180,HIGH", "499,400,MEDIUM"})
    void confidenceNeedsIntervalsAndHistory(long intervals, long history, Confidence confidence) {
        assertThat(Confidence.of(intervals, history)).isEqualTo(confidence);
    }
}
