package io.siyu.platform.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A clock that can be set and then goes on from there. What it was set to is kept in a file, so that a restart in the
 * middle of a journey through time does not jump back to the present.
 */
public final class SettableClock extends Clock {
    private final Clock base;
    private final Path file;
    private volatile Duration offset;

    public SettableClock(Clock base, Path file) {
        this.base = base;
        this.file = file;
        this.offset = read();
    }

    public void set(Instant now) {
        Duration wanted = Duration.between(base.instant(), now);
        write(Optional.of(wanted));
        offset = wanted;
    }

    public void free() {
        write(Optional.empty());
        offset = Duration.ZERO;
    }

    public boolean isSet() {
        return !offset.isZero();
    }

    @Override
    public Instant instant() {
        return base.instant().plus(offset);
    }

    @Override
    public ZoneId getZone() {
        return base.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Ask the shop for its zone");
    }

    private Duration read() {
        try {
            return Files.exists(file) ? Duration.parse(Files.readString(file).strip()) : Duration.ZERO;
        } catch (IOException e) {
            throw new UncheckedIOException("The clock's file cannot be read", e);
        }
    }

    private void write(Optional<Duration> wanted) {
        try {
            if (wanted.isPresent()) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.writeString(file, wanted.get().toString());
            } else {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The clock's file cannot be written", e);
        }
    }
}
