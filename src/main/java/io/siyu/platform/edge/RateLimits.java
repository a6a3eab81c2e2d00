package io.siyu.platform.edge;

import io.github.bucket4j.TimeMeter;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Duration;
import java.util.Optional;

/** How long each client has to wait until its next request is answered; mostly not at all. Each replica counts for itself. */
@ApplicationScoped
class RateLimits {
    private final boolean areOn;
    private final Buckets addresses;
    private final Buckets strangers;
    private final Buckets persons;

    RateLimits(EdgeConfig config) {
        EdgeConfig.Rates rates = config.rates();
        TimeMeter time = TimeMeter.SYSTEM_NANOTIME;
        areOn = rates.enabled();
        addresses = new Buckets(rates.addressPerSecond(), rates.addressBurst(), time);
        strangers = new Buckets(rates.strangerPerSecond(), rates.strangerBurst(), time);
        persons = new Buckets(rates.personPerSecond(), rates.personBurst(), time);
    }

    Optional<Duration> ofAddress(String address) {
        return areOn ? addresses.take(address) : Optional.empty();
    }

    /** @param path of an operation that asks for no login, such as a shop's webhook */
    Optional<Duration> ofStranger(String address, String path) {
        return areOn ? strangers.take(address + ' ' + path) : Optional.empty();
    }

    Optional<Duration> ofPerson(String person) {
        return areOn ? persons.take(person) : Optional.empty();
    }
}
