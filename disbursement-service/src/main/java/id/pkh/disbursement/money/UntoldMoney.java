package id.pkh.disbursement.money;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What has moved at the banks and was not told to others yet. */
public interface UntoldMoney {

    /**
     * What moved together.
     *
     * @param act what set it in motion
     */
    record Moved(long newsId, Act act, Instant at, List<MoneyNews> news) {}

    /** The act behind it, as it goes into the events. */
    record Act(String correlationId, String causationId, String traceparent) {}

    /** Whether this transaction is the one that tells; there is one at a time. */
    boolean claim();

    /** What has waited longest, in the order in which it moved. */
    List<Moved> next(int limit);

    void told(List<Moved> told);

    /** Since when the oldest waits; empty when nothing does. */
    Optional<Instant> oldest();
}
