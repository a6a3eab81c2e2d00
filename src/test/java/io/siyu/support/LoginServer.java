package io.siyu.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A login server of the test's own that is away in the ways in which one can be: it refuses, is silent, or not able to work. */
public final class LoginServer implements AutoCloseable {
    private static final int MANY = 500;
    private static final String REALM = "/realms/siyu";

    private final InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), Ports.free());
    private ServerSocket silent;
    private HttpServer open;

    /** What makes a service ask this one about its tokens and logins. */
    public Map<String, String> settings() {
        return Map.of(
                "quarkus.oidc.application-type", "hybrid",
                "quarkus.oidc.public-key", "",
                "quarkus.oidc.auth-server-url", url(),
                "quarkus.oidc.credentials.secret", "of-the-test-and-nobody-else",
                "quarkus.oidc.token-state-manager.encryption-secret", "of-the-test-and-of-nobody-else-at-all",
                "quarkus.http.auth.permission.console.policy", "authenticated");
    }

    /** Takes connections and never says anything. */
    public void goSilent() {
        close();
        try {
            silent = new ServerSocket(address.getPort(), MANY, address.getAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Answers all with 502, as a proxy in front of it does. */
    public void goBad() {
        serve(exchange -> answer(exchange, 502, "<html>Bad gateway</html>"));
    }

    /** Tells where its keys are, and the keys. */
    public void open() {
        serve(exchange -> {
            switch (exchange.getRequestURI().getPath()) {
                case REALM + "/.well-known/openid-configuration" -> answer(exchange, 200, metadata());
                case REALM + "/certs" -> answer(exchange, 200, Tokens.keySet());
                default -> answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
            }
        });
    }

    @Override
    public void close() {
        try {
            if (silent != null) {
                silent.close();
            }
            if (open != null) {
                open.stop(0);
            }
            silent = null;
            open = null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(HttpHandler handler) {
        close();
        try {
            open = HttpServer.create(address, MANY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        open.createContext("/", handler);
        open.start();
    }

    private String url() {
        return "http://127.0.0.1:" + address.getPort() + REALM;
    }

    private String metadata() {
        return "{\"issuer\":\"%s\",\"jwks_uri\":\"%2$s/certs\",\"token_endpoint\":\"%2$s/token\","
                        .formatted(Tokens.ISSUER, url())
                + "\"authorization_endpoint\":\"%1$s/auth\",\"end_session_endpoint\":\"%1$s/logout\"}".formatted(url());
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
