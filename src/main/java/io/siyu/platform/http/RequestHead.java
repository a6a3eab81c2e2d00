package io.siyu.platform.http;

import io.siyu.platform.language.Language;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.problem.ProblemException;
import io.siyu.platform.text.CleanText;
import io.vertx.core.http.HttpServerRequest;

import jakarta.ws.rs.core.HttpHeaders;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Judges what stands before the body of a request: its address, the host that it is for, and the headers that we read. */
final class RequestHead {
    private static final int LONGEST = 4096;

    /** Characters of names and values; of what is much larger Vert.x reads nothing and answers by itself. */
    private static final int LARGEST = 20 * 1024;

    private static final String HOST = "(?:\\[[0-9A-Fa-f:.]{2,45}]|[A-Za-z0-9._-]{1,255})(?::[0-9]{1,5})?";

    /** Headers whose text is kept or compared; in others the framework reads what it can. */
    private static final List<String> PLAIN = List.of("Idempotency-Key", HttpHeaders.IF_MATCH, "Last-Event-ID");

    private static final String AS_IT_IS = "identity";

    private static final String ASCII = "[\\x20-\\x7E]*";

    /** What decoders put where bytes were no UTF-8; nobody types it. */
    private static final char REPLACED = '\uFFFD';

    private RequestHead() {}

    /** @throws ProblemException 400, 414, 415 or 431 for what could not be read, or only as something else than was sent */
    static void check(HttpServerRequest request) {
        if (request.uri().length() > LONGEST) {
            throw ErrorCode.URI_TOO_LONG.problem("At most " + LONGEST + " characters are read.");
        }
        if (sizeOf(request) > LARGEST) {
            throw ErrorCode.HEADERS_TOO_LARGE.problem("At most " + LARGEST + " characters of headers are read.");
        }
        List<String> hosts = request.headers().getAll(HttpHeaders.HOST);
        boolean isNamedOtherwise = hosts.isEmpty() && request.authority() != null;
        if (!isNamedOtherwise && (hosts.size() != 1 || !hosts.get(0).matches(HOST))) {
            throw ErrorCode.MALFORMED_REQUEST.problem(
                    HttpHeaders.HOST, "Host", "Send one name or address, and maybe a port.");
        }
        for (String name : PLAIN) {
            if (!request.headers().getAll(name).stream().allMatch(value -> value.matches(ASCII))) {
                throw ErrorCode.MALFORMED_REQUEST.problem(name, "Text", "Printable ASCII characters alone.");
            }
        }
        if (!Language.areReadable(request.headers().getAll(HttpHeaders.ACCEPT_LANGUAGE))) {
            throw ErrorCode.MALFORMED_REQUEST.problem(
                    HttpHeaders.ACCEPT_LANGUAGE, "Languages", "Such as zh-CN, en;q=0.5.");
        }
        checkEncoding(request);
        checkQuery(request.query());
        checkPath(request.path());
        checkUri(request.uri());
    }

    /** What is compressed is not unpacked: a few bytes would become as many as their sender likes. */
    private static void checkEncoding(HttpServerRequest request) {
        boolean isPlain = request.headers().getAll(HttpHeaders.CONTENT_ENCODING).stream()
                .allMatch(coding -> coding.isBlank() || coding.strip().equalsIgnoreCase(AS_IT_IS));
        if (!isPlain) {
            request.response().putHeader(HttpHeaders.ACCEPT_ENCODING, AS_IT_IS);
            throw ErrorCode.UNSUPPORTED_MEDIA.problem(
                    HttpHeaders.CONTENT_ENCODING, "Encoding", "Send the body as it is, without Content-Encoding.");
        }
    }

    private static int sizeOf(HttpServerRequest request) {
        return request.headers().entries().stream()
                .mapToInt(header -> header.getKey().length() + header.getValue().length())
                .sum();
    }

    private static void checkUri(String uri) {
        try {
            new URI(uri);
        } catch (URISyntaxException e) {
            throw ErrorCode.MALFORMED_REQUEST.problem("The address is none.");
        }
    }

    static void checkPath(String path) {
        if (path == null || !path.startsWith("/") || !isEncoded(path)) {
            throw ErrorCode.MALFORMED_REQUEST.problem("The path is not percent-encoded UTF-8 text.");
        }
    }

    /** @param query may be null */
    static void checkQuery(String query) {
        if (query == null) {
            return;
        }
        for (String parameter : query.split("&")) {
            if (!isEncoded(parameter)) {
                String name = parameter.split("=", 2)[0];
                throw ErrorCode.MALFORMED_REQUEST.problem(
                        isEncoded(name) ? name : "query", "Text", "Not percent-encoded UTF-8 text.");
            }
        }
    }

    private static boolean isEncoded(String text) {
        try {
            String decoded = URLDecoder.decode(text, StandardCharsets.UTF_8);
            return decoded.indexOf(REPLACED) < 0 && CleanText.isClean(decoded);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
