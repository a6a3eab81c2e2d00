package io.siyu.platform.edge;

import io.netty.util.NetUtil;
import io.quarkus.security.identity.SecurityIdentity;
import org.eclipse.microprofile.jwt.JsonWebToken;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;

/** Who asks, as far as limits go. */
public final class Client {
    private static final int NETWORK_BYTES = 8;

    private Client() {}

    /** An IPv4 address as it is; of an IPv6 address the network, for a household has all addresses of its own. */
    public static String networkOf(String host) {
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(host);
        if (bytes == null) {
            return host;
        }
        try {
            InetAddress address = InetAddress.getByAddress(bytes);
            return address instanceof Inet4Address
                    ? address.getHostAddress()
                    : HexFormat.of().formatHex(bytes, 0, NETWORK_BYTES);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("Netty makes addresses of 4 or 16 bytes", e);
        }
    }

    /** The person who has logged in. */
    public static String personOf(SecurityIdentity identity) {
        return identity.getPrincipal() instanceof JsonWebToken token && token.getSubject() != null
                ? token.getIssuer() + ' ' + token.getSubject()
                : identity.getPrincipal().getName();
    }
}
