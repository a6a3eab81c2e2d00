package io.siyu.platform.privacy;

import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigUtils;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Takes the keyset from the configuration; development and tests make one and keep it in the data folder. */
class KeysetProducer {
    private static final String PROPERTY = "siyu.privacy.keyset";
    private static final String FILE = "privacy-keyset.json";

    /** At start-up, so that a service without keys refuses to start instead of failing at the first buyer. */
    @Produces
    @Singleton
    @Startup
    Keyset keyset(
            @ConfigProperty(name = PROPERTY) Optional<String> configured,
            @ConfigProperty(name = "siyu.data-folder") Path dataFolder) {
        if (configured.isPresent()) {
            try {
                return Keyset.parse(configured.get());
            } catch (IllegalArgumentException e) {
                throw new IllegalStateException(
                        PROPERTY + " is not a Tink keyset in JSON with AES-GCM keys; see docs/operations.md", e);
            }
        }
        if (!ConfigUtils.isProfileActive("dev") && !ConfigUtils.isProfileActive("test")) {
            throw new IllegalStateException(
                    PROPERTY
                            + " (environment SIYU_PRIVACY_KEYSET) is not set: it holds the keys that personal data is encrypted"
                            + " with. See docs/operations.md for how to make one, and keep it safe: without it the data is lost.");
        }
        return kept(dataFolder.resolve(FILE));
    }

    private static Keyset kept(Path file) {
        try {
            if (Files.exists(file)) {
                return Keyset.parse(Files.readString(file));
            }
            Keyset keyset = Keyset.generate();
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, List.of(keyset.toJson()));
            return keyset;
        } catch (IOException e) {
            throw new UncheckedIOException("The keyset of the data folder cannot be used", e);
        }
    }
}
