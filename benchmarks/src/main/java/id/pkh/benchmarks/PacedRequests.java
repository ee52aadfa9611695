package id.pkh.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Sends requests at fixed times, whether or not the ones before were answered. The time of an
 * answer counts from the moment at which its request was due, so a sender that was late counts too.
 */
final class PacedRequests implements AutoCloseable {

    private final ScheduledThreadPoolExecutor senders;

    PacedRequests(int senders) {
        this.senders = new ScheduledThreadPoolExecutor(senders);
        this.senders.prestartAllCoreThreads();
    }

    /** Milliseconds of the answers, in the order of the requests. */
    <T> List<Double> send(List<T> requests, int perSecond, Consumer<T> call) {
        long start = System.nanoTime();
        List<Future<Double>> answers = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            T request = requests.get(i);
            long due = start + i * TimeUnit.SECONDS.toNanos(1) / perSecond;
            answers.add(
                    senders.schedule(
                            () -> {
                                call.accept(request);
                                return (System.nanoTime() - due) / 1e6;
                            },
                            due - System.nanoTime(),
                            TimeUnit.NANOSECONDS));
        }
        List<Double> millis = new ArrayList<>();
        for (Future<Double> answer : answers) {
            try {
                millis.add(answer.get());
            } catch (ExecutionException e) {
                throw new CannotRun("a request failed", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CannotRun("interrupted", e);
            }
        }
        return millis;
    }

    @Override
    public void close() {
        senders.shutdownNow();
    }
}
