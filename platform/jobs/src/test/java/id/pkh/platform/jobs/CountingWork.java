package id.pkh.platform.jobs;

import id.pkh.platform.persistence.Database;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/** Counts from 1 to its parameter, ten items per chunk, and fails where a test requests it. */
@ApplicationScoped
class CountingWork implements JobWork<Long> {

    static final String KIND = "counting";

    private final Database database;

    /** Items that fail whenever they are tried. */
    private final Set<Long> broken = ConcurrentHashMap.newKeySet();

    /** Temporary failures: each is thrown once, at the next chunk. */
    private final List<RuntimeException> passing = new CopyOnWriteArrayList<>();

    /** Items of the chunks in their order, including those of chunks that were rolled back. */
    private final List<List<Long>> chunks = new CopyOnWriteArrayList<>();

    /** Jobs whose finish was called. */
    private final Set<UUID> finished = ConcurrentHashMap.newKeySet();

    /** If the job is throttled, each item needs a permit. */
    private final Semaphore permits = new Semaphore(0);

    /** What happens at the next calls of settle; after that nothing is settled. */
    private final Deque<Settling> settling = new ConcurrentLinkedDeque<>();

    /** Items whose chunk waits until a test lets it go on. */
    private final Map<Long, CountDownLatch> held = new ConcurrentHashMap<>();

    private volatile boolean throttled;
    private volatile boolean overlaps;
    private volatile boolean setsAside = true;

    enum Settling {
        /** Writes the item with a minus sign, as recorded. */
        RECORD,
        /** Writes it too, but the transaction does not commit, as in a crash. */
        CRASH,
        /** Fails, since the failure will pass. */
        THROW
    }

    CountingWork(Database database) {
        this.database = database;
    }

    void reset() {
        broken.clear();
        passing.clear();
        chunks.clear();
        settling.clear();
        permits.release(100_000);
        held.values().forEach(CountDownLatch::countDown);
        held.clear();
        overlaps = false;
        throttled = false;
        setsAside = true;
    }

    void throttle() {
        permits.drainPermits();
        throttled = true;
    }

    void permit(int items) {
        permits.release(items);
    }

    void overlap() {
        overlaps = true;
    }

    /** The chunk with the item does not end before the latch is counted down. */
    CountDownLatch hold(long item) {
        return held.computeIfAbsent(item, any -> new CountDownLatch(1));
    }

    void breakItems(Long... items) {
        broken.addAll(List.of(items));
    }

    void mend(long item) {
        broken.remove(item);
    }

    void failOnceWith(RuntimeException failure) {
        passing.add(failure);
    }

    void setNothingAside() {
        setsAside = false;
    }

    void settle(Settling... next) {
        settling.addAll(List.of(next));
    }

    boolean hasSettledAll() {
        return settling.isEmpty();
    }

    int triesOf(long item) {
        return (int) chunks.stream().filter(chunk -> chunk.contains(item)).count();
    }

    int chunksSeen() {
        return chunks.size();
    }

    boolean wasFinished(UUID jobId) {
        return finished.contains(jobId);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<Long> next(Job job, Optional<Long> after, int limit) {
        long from = after.orElse(0L) + 1;
        long last = Math.min(Long.parseLong(job.parameters()), from + limit - 1);
        return LongStream.rangeClosed(from, last).boxed().toList();
    }

    @Override
    public void apply(Job job, List<Long> items) {
        begin(job, items).run();
    }

    @Override
    public Runnable begin(Job job, List<Long> items) {
        chunks.add(new ArrayList<>(items));
        if (throttled) {
            permits.acquireUninterruptibly(items.size());
        }
        items.forEach(item -> write(job, item));
        items.forEach(this::waitWhileHeld);
        if (!passing.isEmpty()) {
            throw passing.remove(0);
        }
        if (items.stream().anyMatch(broken::contains)) {
            throw new IllegalArgumentException("a value that is nobody's business");
        }
        return () -> addUp(job, items);
    }

    private void addUp(Job job, List<Long> items) {
        database.update(
                "INSERT INTO summed AS s VALUES (:job, :total)"
                        + " ON CONFLICT (job_id) DO UPDATE SET total = s.total + excluded.total",
                u ->
                        u.bind("job", job.jobId())
                                .bind("total", items.stream().mapToLong(item -> item).sum()));
    }

    private void waitWhileHeld(Long item) {
        CountDownLatch latch = held.get(item);
        try {
            if (latch != null && !latch.await(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("held for too long");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public boolean mayOverlap() {
        return overlaps;
    }

    private void write(Job job, long item) {
        database.update(
                "INSERT INTO counted VALUES (:job, :item)",
                u -> u.bind("job", job.jobId()).bind("item", item));
    }

    @Override
    public String textOf(Long item) {
        return Long.toString(item);
    }

    @Override
    public Long itemOf(String text) {
        return Long.valueOf(text);
    }

    @Override
    public int chunkItems() {
        return 10;
    }

    @Override
    public boolean maySetAside() {
        return setsAside;
    }

    @Override
    public boolean settle(Job job, Long item, RuntimeException failure) {
        Settling next = settling.poll();
        if (next == null) {
            return false;
        }
        write(job, -item);
        if (next == Settling.THROW) {
            throw failure;
        }
        if (next == Settling.CRASH) {
            QuarkusTransaction.setRollbackOnly();
        }
        return true;
    }

    @Override
    public void finish(Job job) {
        finished.add(job.jobId());
    }

    /** The clock that a service provides. */
    static class Clocks {
        @Produces
        @Singleton
        Clock clock() {
            return Clock.systemUTC();
        }
    }
}
