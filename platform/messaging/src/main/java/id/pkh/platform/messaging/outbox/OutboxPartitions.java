package id.pkh.platform.messaging.outbox;

import id.pkh.platform.messaging.MessagingConfig;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.PartitionedTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.LocalDate;

/**
 * The outbox has one partition per month. A month is dropped when all of its events were published
 * long ago.
 */
@ApplicationScoped
class OutboxPartitions {

    private static final int MONTHS_AHEAD = 3;

    private final Database database;

    OutboxPartitions(Database database) {
        this.database = database;
    }

    @Produces
    @Singleton
    PartitionedTable outbox(MessagingConfig config) {
        return PartitionedTable.monthly("outbox", MONTHS_AHEAD, config.outbox().retention())
                .onlyIf(this::isPublished);
    }

    /** Whether the relays are past every transaction of a month. */
    boolean isPublished(LocalDate firstDay) {
        return database.query(
                "SELECT coalesce((SELECT xid FROM outbox"
                        + " WHERE recorded_at >= :from AND recorded_at < :until"
                        + " ORDER BY xid DESC LIMIT 1) < min(relayed_to::text::bigint)::text::xid8, true)"
                        + " FROM outbox_shard",
                query ->
                        query.bind("from", firstDay)
                                .bind("until", firstDay.plusMonths(1))
                                .mapTo(Boolean.class)
                                .one());
    }
}
