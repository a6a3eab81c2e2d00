package io.siyu.platform.embedded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.profile.IfBuildProfile;
import io.siyu.platform.problem.ErrorCode;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import jakarta.enterprise.context.ApplicationScoped;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Gets tokens from the in-process OIDC provider by the password grant. Not in the packaged application. */
@IfBuildProfile(anyOf = {"dev", "test"})
@ApplicationScoped
public class DevTokens {
    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json;
    private final String authServerUrl;
    private final String clientId;
    private final String secret;
    private final EmbeddedUsers users;

    public DevTokens(
            ObjectMapper json,
            EmbeddedUsers users,
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") String authServerUrl,
            @ConfigProperty(name = "quarkus.oidc.client-id") String clientId,
            @ConfigProperty(name = "quarkus.oidc.credentials.secret") String secret) {
        this.json = json;
        this.users = users;
        this.authServerUrl = authServerUrl;
        this.clientId = clientId;
        this.secret = secret;
    }

    /** @throws io.siyu.platform.problem.ProblemException 400 for a user that is not one of the ready ones */
    public String tokenOf(String user) {
        if (!users.names().contains(user)) {
            throw ErrorCode.VALIDATION_FAILED.problem("user", "UnknownUser", "One of " + users.names() + ".");
        }
        Map<String, String> form = Map.of(
                "grant_type", "password",
                "scope", "openid",
                "client_id", clientId,
                "client_secret", secret,
                "username", user,
                "password", user);
        HttpRequest request = HttpRequest.newBuilder(URI.create(authServerUrl + "/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.entrySet().stream()
                        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"))))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            JsonNode token = json.readTree(response.body()).path("access_token");
            if (response.statusCode() != 200 || token.isMissingNode()) {
                throw ErrorCode.UNAVAILABLE.problem("The embedded login answered " + response.statusCode() + ".");
            }
            return token.asText();
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded login does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ErrorCode.UNAVAILABLE.problem("Interrupted.");
        }
    }
}
