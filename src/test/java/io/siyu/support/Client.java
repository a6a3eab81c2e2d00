package io.siyu.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.siyu.shop.Shop;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import static java.net.http.HttpRequest.BodyPublishers.concat;
import static java.net.http.HttpRequest.BodyPublishers.ofFile;
import static java.net.http.HttpRequest.BodyPublishers.ofString;

/** Asks a service over HTTP as its users do. */
public final class Client {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration SHORT_PATIENCE = Duration.ofSeconds(5);
    private static final Set<String> OVER = Set.of("DONE", "FAILED");
    private static final String BOUNDARY = "----siyu-test-boundary";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static final String MANAGEMENT_PATHS = "/q/";

    private final String address;
    private final String management;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    Client(String address, String management) {
        this.address = address;
        this.management = management;
    }

    /** A new shop whose members are admin, marketer, staff1 and integration. */
    public String createShop(String name) {
        return createShop(name, Shop.DEFAULT_ZONE);
    }

    /** @param zone in which its days begin and end */
    public String createShop(String name, ZoneId zone) {
        String shop = post("admin", "/shops", Map.of("name", name, "platform", "TAOBAO", "timeZone", zone.getId()))
                .get("id")
                .asText();
        Map.of("marketer", "marketer", "staff1", "staff", "integration", "integration")
                .forEach((user, role) -> post(
                        "admin",
                        "/shops/" + shop + "/staff",
                        Map.of("username", user, "displayName", user, "roles", List.of(role))));
        return shop;
    }

    /** Sends a file without holding it in memory. @return the id of its import */
    public String upload(String shop, Path file) {
        String head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + file.getFileName() + "\"\r\nContent-Type: text/csv\r\n\r\n";
        String tail = "\r\n--" + BOUNDARY + "--\r\n";
        try {
            HttpRequest.Builder request = request("marketer", "/shops/" + shop + "/order-imports")
                    .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                    .POST(concat(ofString(head), ofFile(file), ofString(tail)));
            return json(send(request)).get("id").asText();
        } catch (FileNotFoundException e) {
            throw new UncheckedIOException(e);
        }
    }

    public JsonNode importOf(String id) {
        return get("marketer", "/order-imports/" + id);
    }

    /** The import once it is over. */
    public JsonNode finished(String id, Duration patience) {
        Waiting.until(
                "import " + id + " is over",
                patience,
                () -> OVER.contains(importOf(id).get("status").asText()));
        return importOf(id);
    }

    public JsonNode get(String user, String path) {
        return json(send(request(user, path)));
    }

    public JsonNode post(String user, String path, Object body) {
        try {
            return json(send(request(user, path)
                    .header("Content-Type", "application/json")
                    .POST(ofString(JSON.writeValueAsString(body)))));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The answer as it is, whatever its status. */
    public HttpResponse<String> answerTo(String user, String path) {
        return send(request(user, path));
    }

    /** The answer that goes on coming in, such as a stream of events. */
    public HttpResponse<InputStream> open(String user, String path) {
        try {
            return HTTP.send(request(user, path).build(), HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The answer to a PUT without a body as it is, whatever its status. */
    public HttpResponse<String> put(String user, String path) {
        return send(request(user, path).PUT(HttpRequest.BodyPublishers.noBody()));
    }

    public HttpResponse<String> answerTo(String user, String path, Map<String, String> headers) {
        HttpRequest.Builder request = request(user, path);
        headers.forEach(request::header);
        return send(request);
    }

    /** The answer to a POST as it is, whatever its status. */
    public HttpResponse<String> answerToPost(String user, String path, Object body) {
        try {
            return send(request(user, path)
                    .header("Content-Type", "application/json")
                    .POST(ofString(JSON.writeValueAsString(body))));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a path outside of the API answers, whatever its status. */
    public String textOf(String path) {
        return send(HttpRequest.newBuilder(
                                URI.create((path.startsWith(MANAGEMENT_PATHS) ? management : address) + path))
                        .timeout(SHORT_PATIENCE))
                .body();
    }

    /** The status of a path outside of the API, or -1 if nobody answers. Those under /q are asked on the management port. */
    public int statusOf(String path) {
        try {
            return ask(path).statusCode();
        } catch (UncheckedIOException e) {
            return -1;
        }
    }

    /** Status and body of such a path, or why nobody answers. */
    String toldBy(String path) {
        try {
            HttpResponse<String> answer = ask(path);
            return answer.statusCode() + " " + answer.body().replaceAll("\\s+", " ");
        } catch (UncheckedIOException e) {
            return String.valueOf(e.getCause());
        }
    }

    private HttpResponse<String> ask(String path) {
        String base = path.startsWith(MANAGEMENT_PATHS) ? management : address;
        return send(HttpRequest.newBuilder(URI.create(base + path)).timeout(SHORT_PATIENCE));
    }

    private HttpRequest.Builder request(String user, String path) {
        return HttpRequest.newBuilder(URI.create(address + "/api/v1" + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + tokens.computeIfAbsent(user, Tokens::of));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(HttpResponse<String> answer) {
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(answer.uri() + " answers " + answer.statusCode() + ": " + answer.body());
        }
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
