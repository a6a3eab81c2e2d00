package io.siyu.platform.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import org.junit.jupiter.api.Test;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

class ClientAddressTest {
    private static final String PROXY = "10.1.2.3";
    private static final ClientAddress BEHIND_PROXIES =
            new ClientAddress(Optional.of(List.of("10.0.0.0/8", "192.0.2.7", "2001:db8::/32", "proxy")));

    @Test
    void withoutProxiesOnlyTheConnectionCounts() {
        ClientAddress plain = new ClientAddress(Optional.empty());
        assertThat(plain.of(request(PROXY, "true", "203.0.113.9"))).isEqualTo(PROXY);
    }

    @Test
    void aStrangersWordIsNotTaken() {
        assertThat(BEHIND_PROXIES.of(request("198.51.100.1", "false", "203.0.113.9")))
                .isEqualTo("198.51.100.1");
        assertThat(BEHIND_PROXIES.of(request("198.51.100.1", null, "203.0.113.9")))
                .isEqualTo("198.51.100.1");
    }

    @Test
    void theLastAddressThatIsNoProxysCountsAndNoneBeforeIt() {
        assertThat(BEHIND_PROXIES.of(request(PROXY, "true", "203.0.113.9"))).isEqualTo("203.0.113.9");
        assertThat(BEHIND_PROXIES.of(request(PROXY, "true", "1.1.1.1, 203.0.113.9")))
                .isEqualTo("203.0.113.9");
        assertThat(BEHIND_PROXIES.of(request(PROXY, "true", "1.1.1.1, 203.0.113.9, 192.0.2.7,10.9.9.9")))
                .isEqualTo("203.0.113.9");
        assertThat(BEHIND_PROXIES.of(request(PROXY, "true", "2001:db8::1,2001:db9::5")))
                .isEqualTo("2001:db9::5");
    }

    @Test
    void whatIsNoAddressEndsTheWay() {
        assertThat(BEHIND_PROXIES.of(request(PROXY, "true", "unknown"))).isEqualTo(PROXY);
        assertThat(BEHIND_PROXIES.of(request(PROXY, "true", "evil.example.net, 10.9.9.9")))
                .isEqualTo("10.9.9.9");
        assertThat(BEHIND_PROXIES.of(request(PROXY, "true", ""))).isEqualTo(PROXY);
        assertThat(BEHIND_PROXIES.of(request(PROXY, "true", "10.9.9.9"))).isEqualTo("10.9.9.9");
    }

    private static HttpServerRequest request(String peer, String trusted, String forwardedFor) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap().add("X-Forwarded-For", forwardedFor);
        if (trusted != null) {
            headers.add("X-Forwarded-Trusted-Proxy", trusted);
        }
        HttpConnection connection =
                fake(HttpConnection.class, Map.of("remoteAddress", SocketAddress.inetSocketAddress(4711, peer)));
        return (HttpServerRequest) Proxy.newProxyInstance(
                ClientAddressTest.class.getClassLoader(),
                new Class<?>[] {HttpServerRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "connection" -> connection;
                    case "headers" -> headers;
                    case "getHeader" -> headers.get(String.valueOf(arguments[0]));
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private static <T> T fake(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answers.get(method.getName())));
    }
}
