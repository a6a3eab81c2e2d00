package io.siyu.campaign.playbook;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import jakarta.inject.Singleton;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The playbooks that come with the product. */
@Singleton
public class BuiltInPlaybooks {
    private static final Set<String> NAMES = Set.of("default");
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Map<String, BuiltInPlaybook> read = new ConcurrentHashMap<>();

    public Optional<BuiltInPlaybook> findByName(String name) {
        return has(name) ? Optional.of(read.computeIfAbsent(name, BuiltInPlaybooks::read)) : Optional.empty();
    }

    boolean has(String name) {
        return NAMES.contains(name);
    }

    private static BuiltInPlaybook read(String name) {
        try (InputStream file = BuiltInPlaybooks.class.getResourceAsStream("/playbooks/" + name + ".json")) {
            return JSON.readValue(file, BuiltInPlaybook.class);
        } catch (IOException e) {
            throw new UncheckedIOException("The playbook " + name + " cannot be read", e);
        }
    }
}
