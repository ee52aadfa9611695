package id.pkh.localstack;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * A bad network between two processes: forwards TCP until a test makes it slow, silent or broken.
 *
 * <ul>
 *   <li>{@link #latency}: everything takes longer.
 *   <li>{@link #blackhole}: connections stay open and nothing comes through, as behind a dead
 *       switch.
 *   <li>{@link #cut}: connections are reset; new ones work.
 *   <li>{@link #refuse}: connections are reset, and new ones as well.
 *   <li>{@link #heal}: all of it is over.
 * </ul>
 */
public final class TcpProxy implements Closeable {

    private static final int BUFFER_BYTES = 16 * 1024;
    private static final int BACKLOG = 128;
    private static final int CONNECT_LIMIT_MILLIS = 5_000;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    // JDK types only: a proxy is shared among class loaders by its state
    private final ServerSocket server;
    private final AtomicBoolean blackhole;
    private final AtomicBoolean refusing;
    private final AtomicLong latencyMillis;
    private final AtomicLong targetPort;
    private final Set<Socket> sockets;

    @SuppressWarnings("unchecked")
    private TcpProxy(Map<String, Object> state) {
        this.server = (ServerSocket) state.get("server");
        this.blackhole = (AtomicBoolean) state.get("blackhole");
        this.refusing = (AtomicBoolean) state.get("refusing");
        this.latencyMillis = (AtomicLong) state.get("latency");
        this.targetPort = (AtomicLong) state.get("target");
        this.sockets = (Set<Socket>) state.get("sockets");
    }

    /**
     * A proxy on {@code port} (0: a free one) that forwards to {@code targetPort} on this machine.
     */
    public static TcpProxy start(int port, int targetPort) {
        try {
            ServerSocket server = new ServerSocket();
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
            TcpProxy proxy =
                    new TcpProxy(
                            Map.of(
                                    "server", server,
                                    "blackhole", new AtomicBoolean(),
                                    "refusing", new AtomicBoolean(),
                                    "latency", new AtomicLong(),
                                    "target", new AtomicLong(targetPort),
                                    "sockets", ConcurrentHashMap.<Socket>newKeySet()));
            daemon("proxy-accept", proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException("the proxy cannot listen on " + port, e);
        }
    }

    static TcpProxy sharing(Map<String, Object> state) {
        return new TcpProxy(state);
    }

    Map<String, Object> state() {
        return Map.of(
                "server", server,
                "blackhole", blackhole,
                "refusing", refusing,
                "latency", latencyMillis,
                "target", targetPort,
                "sockets", sockets);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** Forwards new connections to another port; for a target that is started after its proxy. */
    public void target(int port) {
        targetPort.set(port);
    }

    public void latency(Duration each) {
        latencyMillis.set(each.toMillis());
    }

    public void blackhole() {
        blackhole.set(true);
    }

    public void cut() {
        sockets.forEach(TcpProxy::reset);
    }

    public void refuse() {
        refusing.set(true);
        cut();
    }

    public void heal() {
        refusing.set(false);
        blackhole.set(false);
        latencyMillis.set(0);
    }

    /** Open connections, each counted once. */
    public int connections() {
        return sockets.size() / 2;
    }

    @Override
    public void close() throws IOException {
        server.close();
        cut();
    }

    private void accept() {
        while (!server.isClosed()) {
            Socket client;
            try {
                client = server.accept();
            } catch (IOException e) {
                return; // closed
            }
            if (refusing.get()) {
                reset(client);
            } else {
                daemon("proxy-connect", () -> connect(client));
            }
        }
    }

    private void connect(Socket client) {
        Socket target = new Socket();
        try {
            client.setTcpNoDelay(true);
            target.setTcpNoDelay(true);
            target.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), (int) targetPort.get()),
                    CONNECT_LIMIT_MILLIS);
        } catch (IOException e) {
            reset(client);
            reset(target);
            return;
        }
        sockets.add(client);
        sockets.add(target);
        daemon("proxy-up", () -> pump(client, target));
        daemon("proxy-down", () -> pump(target, client));
        if (refusing.get()) {
            reset(client);
            reset(target);
        }
    }

    private void pump(Socket from, Socket to) {
        byte[] buffer = new byte[BUFFER_BYTES];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                LockSupport.parkNanos(Duration.ofMillis(latencyMillis.get()).toNanos());
                while (blackhole.get() && !from.isClosed()) {
                    LockSupport.parkNanos(LOOK_AGAIN.toNanos());
                }
                out.write(buffer, 0, read);
            }
            to.shutdownOutput();
            if (from.isOutputShutdown()) { // the other direction has ended as well
                from.close();
                to.close();
            }
        } catch (IOException e) {
            reset(from);
            reset(to);
        } finally {
            sockets.removeIf(Socket::isClosed);
        }
    }

    /** With linger 0 a close sends RST. */
    private static void reset(Socket socket) {
        try {
            if (!socket.isClosed()) {
                socket.setSoLinger(true, 0);
                socket.close();
            }
        } catch (IOException e) {
            // the other side has closed it in the meantime, as intended
        }
    }

    private static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
