package id.pkh.benchmarks;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends the same request again and again at fixed times. The time of a response counts from the
 * moment at which its request was due, even if the previous response delayed the request.
 */
final class PacedCalls implements AutoCloseable {

    private final List<Double> millis = new ArrayList<>();
    private final Thread thread;
    private volatile boolean ending;
    private volatile RuntimeException failure;

    PacedCalls(HttpClient client, HttpRequest request, Duration every) {
        thread = new Thread(() -> callAgainAndAgain(client, request, every.toNanos()), "calls");
        thread.setDaemon(true);
        thread.start();
    }

    private void callAgainAndAgain(HttpClient client, HttpRequest request, long everyNanos) {
        long due = System.nanoTime();
        try {
            while (!ending) {
                LockSupport.parkNanos(due - System.nanoTime());
                if (System.nanoTime() < due) {
                    continue;
                }
                int status = client.send(request, BodyHandlers.ofByteArray()).statusCode();
                if (status != 200) {
                    throw new CannotRun(request.uri() + " answered " + status);
                }
                synchronized (millis) {
                    millis.add((System.nanoTime() - due) / 1e6);
                }
                due += everyNanos;
            }
        } catch (IOException e) {
            failure = new CannotRun(request.uri() + " does not answer", e);
        } catch (InterruptedException e) {
            failure = new CannotRun("interrupted", e);
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    /** Milliseconds of all responses so far. */
    List<Double> millis() {
        if (failure != null) {
            throw failure;
        }
        synchronized (millis) {
            return List.copyOf(millis);
        }
    }

    @Override
    public void close() {
        ending = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
