package id.pkh.benchmarks;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/** Whether the relay has sent to Kafka what is in the outbox. */
final class RelayedEvents {

    private static final Duration MOST = Duration.ofMinutes(10);
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private RelayedEvents() {}

    /** Returns when no event is under way any more. */
    static void await(DataSource superuser) throws SQLException {
        Counts counts = new Counts(superuser);
        long until = System.nanoTime() + MOST.toNanos();
        while (counts.number(
                        "SELECT count(*) FROM outbox o JOIN outbox_shard s USING (shard) WHERE o.xid >= s.relayed_to")
                > 0) {
            if (System.nanoTime() > until) {
                throw new CannotRun("the events were not relayed within " + MOST);
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }
}
