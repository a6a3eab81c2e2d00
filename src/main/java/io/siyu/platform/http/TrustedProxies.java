package io.siyu.platform.http;

/** The proxies whose word on where a request comes from is taken: addresses, ranges or names, separated by commas. */
final class TrustedProxies {
    static final String SETTING = "siyu.trusted-proxies";

    private TrustedProxies() {}
}
