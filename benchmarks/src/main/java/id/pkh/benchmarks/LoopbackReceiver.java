package id.pkh.benchmarks;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A receiver of webhooks on this machine, as cheap as it can be: each connection has a thread that
 * reads a request, notes when it came and answers 200. A silent one accepts and never answers.
 */
final class LoopbackReceiver implements AutoCloseable {

    private static final byte[] ANSWER =
            "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int BUFFER = 1 << 14;

    /** A request that came, at a time in microseconds since 1970. */
    record Arrival(String id, long micros) {}

    private final ServerSocket server;
    private final boolean isSilent;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Arrival> arrivals = new ArrayList<>();
    private volatile IOException failure;

    private LoopbackReceiver(boolean isSilent) {
        this.isSilent = isSilent;
        try {
            server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new CannotRun("no receiver can listen", e);
        }
        threads.execute(this::accept);
    }

    static LoopbackReceiver answering() {
        return new LoopbackReceiver(false);
    }

    static LoopbackReceiver silent() {
        return new LoopbackReceiver(true);
    }

    /** The path tells subscriptions apart. */
    String url(String path) {
        return "http://localhost:%d/%s".formatted(server.getLocalPort(), path);
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                threads.execute(() -> serve(socket));
            }
        } catch (IOException closed) {
            threads.shutdown();
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream(), BUFFER);
            OutputStream out = socket.getOutputStream();
            while (isRead(in)) {
                if (!isSilent) {
                    out.write(ANSWER);
                }
            }
        } catch (IOException brokenOff) {
            failure = brokenOff;
        }
    }

    /** Reads a request; false at the end of the connection. */
    private boolean isRead(InputStream in) throws IOException {
        if (line(in).isEmpty()) {
            return false;
        }
        String id = null;
        int length = 0;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            String[] parts = header.split(": *", 2);
            String name = parts[0].toLowerCase(Locale.ROOT);
            if (name.equals("webhook-id")) {
                id = parts[1];
            } else if (name.equals("content-length")) {
                length = Integer.parseInt(parts[1]);
            }
        }
        in.skipNBytes(length);
        Arrival arrival = new Arrival(id, ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()));
        synchronized (arrivals) {
            arrivals.add(arrival);
        }
        return true;
    }

    /** A line without its end; empty also at the end of the connection. */
    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    int count() {
        synchronized (arrivals) {
            return arrivals.size();
        }
    }

    /** What came since the last call. */
    List<Arrival> take() {
        if (failure != null) {
            throw new CannotRun("a connection to a receiver broke off", failure);
        }
        synchronized (arrivals) {
            List<Arrival> taken = List.copyOf(arrivals);
            arrivals.clear();
            return taken;
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new CannotRun("a receiver cannot be closed", e);
        }
        threads.shutdownNow();
    }
}
