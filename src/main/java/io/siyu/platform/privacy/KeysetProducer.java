package io.siyu.platform.privacy;

import io.quarkus.runtime.configuration.ConfigUtils;
import io.siyu.platform.start.RefusedStart;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Takes the keyset from the configuration; development and tests make one and keep it in the data folder. */
class KeysetProducer {
    private static final String PROPERTY = "siyu.privacy.keyset";
    private static final String FILE = "privacy-keyset.json";

    /** Wanted by {@link KeptCheck} at each start: a service without keys does not only fail at the first buyer. */
    @Produces
    @Singleton
    Keyset keyset(
            @ConfigProperty(name = PROPERTY) Optional<String> configured,
            @ConfigProperty(name = "siyu.data-folder") Path dataFolder) {
        if (configured.isPresent()) {
            return parse("SIYU_PRIVACY_KEYSET", configured.get());
        }
        if (!ConfigUtils.isProfileActive("dev") && !ConfigUtils.isProfileActive("test")) {
            throw new RefusedStart("SIYU_PRIVACY_KEYSET is not set: it holds the keys that personal data is encrypted"
                    + " with. See docs/operations.md, Keys, for how to make one, and keep it safe: without it the data"
                    + " is lost.");
        }
        return kept(dataFolder.resolve(FILE));
    }

    private static Keyset kept(Path file) {
        try {
            if (Files.exists(file)) {
                return parse(file.toString(), Files.readString(file));
            }
            Keyset keyset = Keyset.generate();
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, List.of(keyset.toJson()));
            return keyset;
        } catch (IOException e) {
            throw new RefusedStart(file + ", which keeps the keyset of development, cannot be used: " + e);
        }
    }

    /** Whatever the reader says of it may quote it, and is not passed on. */
    private static Keyset parse(String name, String json) {
        try {
            return Keyset.parse(json);
        } catch (IllegalArgumentException e) {
            throw new RefusedStart(name + " is not a Tink keyset in JSON with AES-GCM keys."
                    + " See docs/operations.md, Keys, for how it looks.");
        }
    }
}
