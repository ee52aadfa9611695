package id.pkh.registry.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Looks names up for a limited time. A look-up of the operating system cannot be called off, so it
 * runs in a thread of its own and may end there late. A name is looked up once at a time, so names
 * that hang keep a thread each, and never a thread that sends.
 */
final class NameLookUps implements AutoCloseable {

    /** Looks names up, however long it takes. */
    @FunctionalInterface
    interface Names {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    /** The name was not answered in time. */
    static final class SlowNameException extends Exception {
        SlowNameException(String host) {
            super("the look-up of " + host + " takes too long");
        }
    }

    private final Names names;
    private final ConcurrentMap<String, Future<InetAddress[]>> running = new ConcurrentHashMap<>();
    private final ExecutorService threads =
            Executors.newCachedThreadPool(
                    task -> {
                        Thread thread = new Thread(task, "webhook-names");
                        thread.setDaemon(true);
                        return thread;
                    });

    NameLookUps(Names names) {
        this.names = names;
    }

    InetAddress[] of(String host, Duration patience)
            throws UnknownHostException, SlowNameException, InterruptedException {
        try {
            return running.computeIfAbsent(host, this::start)
                    .get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException slow) {
            throw new SlowNameException(host);
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof UnknownHostException unknown) {
                throw unknown;
            }
            throw new IllegalStateException(failure.getCause());
        }
    }

    private Future<InetAddress[]> start(String host) {
        FutureTask<InetAddress[]> lookUp =
                new FutureTask<>(
                        () -> {
                            try {
                                return names.of(host);
                            } finally {
                                // before it is answered, so that the next attempt looks again
                                running.remove(host);
                            }
                        });
        threads.execute(lookUp);
        return lookUp;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
