package id.pkh.platform.edge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.pkh.platform.edge.EdgeConfig.Limits;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * The rate and the number of requests of each caller of one kind. Memory is bounded: a caller that
 * was idle for a period has all its requests again, so it can be forgotten; and only as many
 * callers have requests in progress as there are requests.
 */
final class CallerLimits {

    private static final int PERIODS_REMEMBERED = 2;

    private final Limits common;
    private final Map<String, Limits> own;
    private final Cache<String, Bucket> buckets;
    private final Map<String, Integer> inProgress = new ConcurrentHashMap<>();

    CallerLimits(Limits limits, int remembered) {
        this(limits, Map.of(), remembered);
    }

    /**
     * @param own of callers who have limits of their own, in the same period
     */
    CallerLimits(Limits limits, Map<String, Limits> own, int remembered) {
        this.common = limits;
        this.own = Map.copyOf(own);
        this.buckets =
                Caffeine.newBuilder()
                        .maximumSize(remembered)
                        .expireAfterAccess(limits.period().multipliedBy(PERIODS_REMEMBERED))
                        .build();
    }

    /** Counts a request; {@link #leave} has to follow if it is admitted. */
    Admission enter(String caller) {
        Limits limits = own.getOrDefault(caller, common);
        int running = inProgress.merge(caller, 1, Integer::sum);
        if (running > limits.concurrent()) {
            leave(caller);
            return Admission.tooManyAtOnce(limits);
        }
        ConsumptionProbe probe =
                buckets.get(caller, any -> newBucket(limits)).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            leave(caller);
        }
        return Admission.ofRate(
                limits,
                probe.isConsumed(),
                probe.getRemainingTokens(),
                seconds(probe.getNanosToWaitForRefill()),
                seconds(probe.getNanosToWaitForReset()));
    }

    void leave(String caller) {
        inProgress.computeIfPresent(caller, (c, running) -> running == 1 ? null : running - 1);
    }

    long callersRemembered() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }

    int callersInProgress() {
        return inProgress.size();
    }

    private static Bucket newBucket(Limits limits) {
        Duration period = limits.period();
        return Bucket.builder()
                .addLimit(
                        limit ->
                                limit.capacity(limits.requests())
                                        .refillGreedy(limits.requests(), period))
                .build();
    }

    /** Rounded up: a caller that waits this long does not come too early. */
    private static long seconds(long nanos) {
        return (nanos + TimeUnit.SECONDS.toNanos(1) - 1) / TimeUnit.SECONDS.toNanos(1);
    }
}
