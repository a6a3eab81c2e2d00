package io.siyu.support;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/** A connection on which a test sends what no well-behaved client would: half a request, or one that never ends. */
public final class RawConnection implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int SHORT_PATIENCE_MS = 5000;
    private static final int SMALL = 4096;

    private final Socket socket;
    private final InputStream in;

    private RawConnection(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout((int) PATIENCE.toMillis());
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** The head of an answer, its names in small letters, and its body. */
    public record Answer(int status, String head, String body) {
        /** Empty if there is none. */
        public String header(String name) {
            return head.lines()
                    .filter(line -> line.startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }
    }

    public static RawConnection to(int port) {
        return from("127.0.0.1", port);
    }

    /** @param address of this machine, such as 127.0.0.2, to be taken for another client */
    public static RawConnection from(String address, int port) {
        try {
            return new RawConnection(
                    new Socket(InetAddress.getByName("127.0.0.1"), port, InetAddress.getByName(address), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One that takes little of an answer before it is read. */
    public static RawConnection slowly(String address, int port) {
        try {
            Socket socket = new Socket();
            socket.setReceiveBufferSize(SMALL);
            socket.bind(new InetSocketAddress(address, 0));
            socket.connect(new InetSocketAddress("127.0.0.1", port));
            return new RawConnection(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A request's head, with the empty line after it. */
    public RawConnection sendHead(String method, String path, String... headers) {
        return send(method + ' ' + path + " HTTP/1.1\r\nHost: localhost\r\n"
                + String.join(
                        "",
                        Arrays.stream(headers).map(header -> header + "\r\n").toList())
                + "\r\n");
    }

    public RawConnection send(String text) {
        return send(text.getBytes(StandardCharsets.UTF_8));
    }

    public RawConnection send(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends one chunk of a chunked body again and again until it has been sent or the service hangs up. */
    public RawConnection sendChunks(byte[] chunk, int times) {
        try {
            for (int i = 0; i < times; i++) {
                socket.getOutputStream()
                        .write((Integer.toHexString(chunk.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().write(chunk);
                socket.getOutputStream().write("\r\n".getBytes(StandardCharsets.US_ASCII));
            }
            socket.getOutputStream().flush();
        } catch (IOException hungUp) {
            return this;
        }
        return this;
    }

    /** Waits for an answer that says how long it is. */
    public Answer answer() {
        try {
            String head = head();
            int length = 0;
            for (String line : head.split("\n")) {
                if (line.startsWith("content-length:")) {
                    length = Integer.parseInt(
                            line.substring("content-length:".length()).strip());
                }
            }
            String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
            return new Answer(Integer.parseInt(head.split(" ")[1]), head, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for the head of an answer and leaves the rest of it. */
    public int status() {
        try {
            return Integer.parseInt(head().split(" ")[1]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads until the service hangs up, or says nothing for a while. @return how many bytes came */
    public long rest() {
        long bytes = 0;
        byte[] some = new byte[SMALL];
        try {
            socket.setSoTimeout(SHORT_PATIENCE_MS);
            int more = in.read(some);
            while (more >= 0) {
                bytes += more;
                more = in.read(some);
            }
        } catch (IOException end) {
            return bytes;
        }
        return bytes;
    }

    /** Waits until the service hangs up. */
    public boolean isHungUp() {
        try {
            return in.read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private String head() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int next = in.read();
        while (next >= 0) {
            head.write(next);
            if (head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
                return small(head.toString(StandardCharsets.US_ASCII));
            }
            next = in.read();
        }
        throw new IOException("The service hung up after: " + head.toString(StandardCharsets.US_ASCII));
    }

    private static String small(String head) {
        return String.join(
                "\n",
                head.lines()
                        .map(line -> {
                            int colon = line.indexOf(':');
                            return colon < 0
                                    ? line
                                    : line.substring(0, colon).toLowerCase(Locale.ROOT) + line.substring(colon);
                        })
                        .toList());
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
