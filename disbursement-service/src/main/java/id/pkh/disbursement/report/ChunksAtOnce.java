package id.pkh.disbursement.report;

import id.pkh.disbursement.report.Reports.Chunk;
import id.pkh.platform.messaging.trace.Causation;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;

/**
 * Some chunks of one report at the same time, begun in their order: one waits for those before it
 * that have a page of instructions in common with it. Closing it waits for all. What breaks one is
 * thrown at the next, and that one and those behind it do not begin.
 */
final class ChunksAtOnce implements AutoCloseable {

    private record Lane(Set<Integer> pageNos, FutureTask<Void> work) {}

    private final int most;
    private final Executor executor;
    private final Causation act = Causation.current();
    private final Deque<Lane> lanes = new ArrayDeque<>();
    private RuntimeException broken;
    private boolean thrown;

    ChunksAtOnce(int most, Executor executor) {
        this.most = most;
        this.executor = executor;
    }

    void start(Chunk chunk, Runnable work) {
        Set<Integer> pageNos = chunk.pageNos();
        while (lanes.size() >= most || meetsAnother(pageNos)) {
            awaitOldest();
        }
        throwWhatBroke();
        FutureTask<Void> task = new FutureTask<>(() -> act.run(work), null);
        lanes.add(new Lane(pageNos, task));
        executor.execute(task);
    }

    private boolean meetsAnother(Set<Integer> pageNos) {
        return lanes.stream().anyMatch(lane -> !Collections.disjoint(lane.pageNos(), pageNos));
    }

    private void awaitOldest() {
        boolean interrupted = false;
        Lane oldest = lanes.remove();
        while (true) {
            try {
                oldest.work().get();
                break;
            } catch (InterruptedException stopped) {
                interrupted = true; // what has begun is waited for all the same
            } catch (ExecutionException failed) {
                keep(failed.getCause());
                break;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void keep(Throwable cause) {
        RuntimeException failure =
                cause instanceof RuntimeException one
                        ? one
                        : new IllegalStateException("a chunk was not applied", cause);
        if (broken == null) {
            broken = failure;
        } else if (broken != failure) {
            broken.addSuppressed(failure);
        }
    }

    @Override
    public void close() {
        while (!lanes.isEmpty()) {
            awaitOldest();
        }
        throwWhatBroke();
    }

    /** Once: whoever closes because of it has it already. */
    private void throwWhatBroke() {
        if (broken != null && !thrown) {
            thrown = true;
            throw broken;
        }
    }
}
