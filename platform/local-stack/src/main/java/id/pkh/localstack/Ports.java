package id.pkh.localstack;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** TCP ports of this machine. */
public final class Ports {

    /**
     * Below the ports that systems assign to outgoing connections, so that no connection takes one
     * before its server has started, and above the fixed ports of this project.
     */
    private static final int LOWEST = 20_000;

    private static final int HIGHEST = 31_999;
    private static final int ATTEMPTS = 1_000;

    /** Reserved as long as this process lives. */
    private static final List<FileLock> TAKEN = new ArrayList<>();

    private Ports() {}

    /** A free port, which no other process gets from here while this process lives. */
    public static synchronized int free() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST + 1);
            if (isFree(port) && take(port)) {
                return port;
            }
        }
        throw new IllegalStateException(
                "no free port between " + LOWEST + " and " + HIGHEST + ": stop what listens there");
    }

    static boolean take(int port) {
        Path file =
                Path.of(
                        System.getProperty("java.io.tmpdir"),
                        "pkh-ports-" + System.getProperty("user.name"),
                        String.valueOf(port));
        try {
            Files.createDirectories(file.getParent());
            FileChannel channel = FileChannel.open(file, CREATE, WRITE);
            try {
                FileLock lock = channel.tryLock();
                if (lock != null) {
                    TAKEN.add(lock);
                    return true;
                }
            } catch (OverlappingFileLockException ours) {
                // another class loader of this process has reserved it
            }
            channel.close();
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("ports cannot be reserved in " + file.getParent(), e);
        }
    }

    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port), 1);
        } catch (IOException e) {
            return false;
        }
        return !answers(port);
    }

    /** Whether a server accepts connections there. */
    public static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
