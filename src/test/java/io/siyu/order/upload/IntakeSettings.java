package io.siyu.order.upload;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.validator.BeanValidationConfigValidatorImpl;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** How order files are taken in, where a test has it otherwise than by default. */
final class IntakeSettings {
    private static final int PRIORITY = 200;

    private IntakeSettings() {}

    /** @param settings by what stands behind siyu.intake, such as batch-size */
    static IntakeConfig of(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(Map.of("siyu.data-folder", "target/unused"));
        settings.forEach((name, value) -> all.put("siyu.intake." + name, value));
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withConverter(Duration.class, PRIORITY, new DurationConverter())
                .withMapping(IntakeConfig.class)
                .withDefaultValues(all)
                .withValidator(new BeanValidationConfigValidatorImpl())
                .build()
                .getConfigMapping(IntakeConfig.class);
    }
}
