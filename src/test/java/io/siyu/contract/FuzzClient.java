package io.siyu.contract;

import io.siyu.support.As;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Sends many at once, or one while all others wait. */
final class FuzzClient {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final int CHANCES = 3;

    private final String address;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ReadWriteLock road = new ReentrantReadWriteLock(true);

    FuzzClient(String address) {
        this.address = address;
    }

    FuzzAnswer send(FuzzCall call) {
        road.readLock().lock();
        try {
            return answerTo(call);
        } finally {
            road.readLock().unlock();
        }
    }

    /** So that what it takes is its own doing. */
    FuzzAnswer sendAlone(FuzzCall call) {
        road.writeLock().lock();
        try {
            return answerTo(call);
        } finally {
            road.writeLock().unlock();
        }
    }

    /** A connection that was idle may be closed in the very moment when it is used again. */
    private FuzzAnswer answerTo(FuzzCall call) {
        FuzzAnswer answer = tryOnce(call);
        for (int chance = 1;
                chance < CHANCES && answer.status() == 0 && answer.took().compareTo(PATIENCE) < 0;
                chance++) {
            answer = tryOnce(call);
        }
        return answer;
    }

    private FuzzAnswer tryOnce(FuzzCall call) {
        HttpRequest request = requestOf(call);
        long begin = System.nanoTime();
        try {
            HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            String type = response.headers().firstValue("Content-Type").orElse(null);
            try (InputStream body = response.body()) {
                String text = type != null && type.startsWith("text/event-stream")
                        ? ""
                        : new String(body.readAllBytes(), StandardCharsets.UTF_8);
                return new FuzzAnswer(response.statusCode(), type, text, since(begin));
            }
        } catch (IOException e) {
            return FuzzAnswer.none(String.valueOf(e), since(begin));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest requestOf(FuzzCall call) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + call.address()))
                .timeout(PATIENCE)
                .method(
                        call.method(),
                        call.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(call.body()));
        if (call.user() != null) {
            request.setHeader("Authorization", "Bearer " + As.token(call.user()));
        }
        call.headers().forEach(request::setHeader);
        return request.build();
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
