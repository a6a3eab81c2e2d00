package io.siyu.platform.http;

import io.smallrye.common.net.CidrAddress;
import io.smallrye.common.net.Inet;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import jakarta.inject.Singleton;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Who is at the other end of a request, whatever the request says of itself: the address behind the proxies that are
 * trusted ({@code siyu.trusted-proxies}), or else the one that the connection comes from.
 *
 * <p>A proxy appends to X-Forwarded-For what it sees; what stands further to the left was there before and can be made up.
 * So the last address that is not a trusted proxy's counts, and not the first.
 */
@Singleton
public class ClientAddress {
    private static final String FORWARDED_FOR = "X-Forwarded-For";

    /** Set by the server and taken away if it comes from outside, once proxies are configured. */
    private static final String FROM_TRUSTED_PROXY = "X-Forwarded-Trusted-Proxy";

    private final boolean hasProxies;
    private final List<CidrAddress> proxies;

    ClientAddress(@ConfigProperty(name = TrustedProxies.SETTING) Optional<List<String>> proxies) {
        List<String> configured = proxies.orElse(List.of());
        this.hasProxies = !configured.isEmpty();
        this.proxies = configured.stream()
                .map(ClientAddress::rangeOf)
                .filter(Objects::nonNull)
                .toList();
    }

    /** @return the address as text; never null, empty where the connection has none */
    public String of(HttpServerRequest request) {
        SocketAddress peer = request.connection().remoteAddress();
        String direct = peer == null || peer.hostAddress() == null ? "" : peer.hostAddress();
        if (!hasProxies || !"true".equals(request.getHeader(FROM_TRUSTED_PROXY))) {
            return direct;
        }
        List<String> hops = new ArrayList<>();
        for (String header : request.headers().getAll(FORWARDED_FOR)) {
            hops.addAll(Arrays.asList(header.split(",")));
        }
        Collections.reverse(hops);
        String last = direct;
        for (String hop : hops) {
            InetAddress address = Inet.parseInetAddress(hop.strip());
            if (address == null) {
                return last;
            }
            last = Inet.toOptimalString(address);
            if (proxies.stream().noneMatch(proxy -> proxy.matches(address))) {
                return last;
            }
        }
        return last;
    }

    /** Null for a host's name, which only the connection itself is compared with. */
    private static CidrAddress rangeOf(String text) {
        CidrAddress range = Inet.parseCidrAddress(text.strip());
        if (range != null) {
            return range;
        }
        InetAddress address = Inet.parseInetAddress(text.strip());
        return address == null ? null : CidrAddress.create(address, address.getAddress().length * Byte.SIZE);
    }
}
