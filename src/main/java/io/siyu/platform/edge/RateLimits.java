package io.siyu.platform.edge;

import io.github.bucket4j.TimeMeter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import java.time.Duration;
import java.util.Optional;

/** How long each client has to wait until its next request is answered; mostly not at all. Each replica counts for itself. */
@ApplicationScoped
class RateLimits {
    private final boolean areOn;
    private final Buckets addresses;
    private final Buckets strangersInAll;
    private final Buckets strangers;
    private final Buckets persons;

    @Inject
    RateLimits(EdgeConfig config) {
        this(config.rates(), TimeMeter.SYSTEM_NANOTIME);
    }

    RateLimits(EdgeConfig.Rates rates, TimeMeter time) {
        areOn = rates.enabled();
        addresses = new Buckets(rates.addressPerSecond(), rates.addressBurst(), time);
        strangersInAll = new Buckets(rates.strangerInAllPerSecond(), rates.strangerInAllBurst(), time);
        strangers = new Buckets(rates.strangerPerSecond(), rates.strangerBurst(), time);
        persons = new Buckets(rates.personPerSecond(), rates.personBurst(), time);
    }

    Optional<Duration> ofAddress(String address) {
        return areOn ? addresses.take(address) : Optional.empty();
    }

    /** @param route what is asked for where no login is, such as a shop's webhook */
    Optional<Duration> ofStranger(String address, String route) {
        if (!areOn) {
            return Optional.empty();
        }
        // First what an address has in all, so that routes which somebody invents make no more buckets than this lets
        // through.
        return strangersInAll.take(address).or(() -> strangers.take(address + ' ' + route));
    }

    Optional<Duration> ofPerson(String person) {
        return areOn ? persons.take(person) : Optional.empty();
    }
}
