package id.pkh.testsupport.rest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A client that sends its request byte by byte, and reads what comes back until the end. */
public final class TricklingClient implements AutoCloseable {

    private static final int PACE_MILLIS = 50;

    private final Socket socket;
    private final StringBuilder received = new StringBuilder();

    public TricklingClient(int port) {
        try {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(PACE_MILLIS); // the pace is the time of a read
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public TricklingClient send(String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends one character after the other until the server ends the connection. */
    public String trickleUntilClosed(char character, Duration patience) {
        return untilClosed(true, character, patience);
    }

    /** Sends nothing more. */
    public String waitUntilClosed(Duration patience) {
        return untilClosed(false, ' ', patience);
    }

    private String untilClosed(boolean sending, char character, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        byte[] buffer = new byte[4096];
        while (System.nanoTime() < end) {
            try {
                if (sending) {
                    socket.getOutputStream().write(character);
                }
                int bytes = socket.getInputStream().read(buffer);
                if (bytes < 0) {
                    return received.toString();
                }
                received.append(new String(buffer, 0, bytes, StandardCharsets.UTF_8));
            } catch (SocketTimeoutException nothingYet) {
                // the next character
            } catch (IOException reset) {
                return received.toString();
            }
        }
        throw new AssertionError("still open after " + patience + ", received: " + received);
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
