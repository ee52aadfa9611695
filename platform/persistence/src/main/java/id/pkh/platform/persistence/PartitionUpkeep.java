package id.pkh.platform.persistence;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * At the start and once a day, creates partitions for the coming days, so that no rows fall into
 * the default partition, and drops partitions that are past their retention.
 */
@ApplicationScoped
class PartitionUpkeep {

    private static final Logger LOG = Logger.getLogger(PartitionUpkeep.class);

    private final Partitions partitions;
    private final List<PartitionedTable> tables;
    private final Clock clock;
    private final Counter failures;

    PartitionUpkeep(
            Partitions partitions,
            @All List<PartitionedTable> tables,
            Clock clock,
            MeterRegistry meters) {
        this.partitions = partitions;
        this.tables = tables;
        this.clock = clock;
        this.failures = meters.counter("partition_upkeep_failures_total");
    }

    void start(@Observes StartupEvent event) {
        tables.forEach(table -> partitions.makeAhead(table, today()));
    }

    @Scheduled(every = "24h", delayed = "60s")
    void daily() {
        for (PartitionedTable table : tables) {
            try {
                partitions.makeAhead(table, today());
                for (String dropped : partitions.dropExpired(table, today())) {
                    LOG.infof("dropped %s, which is past its retention", dropped);
                }
            } catch (DatabaseFailure failed) {
                // the other tables still get their partitions; this one is tried again tomorrow
                failures.increment();
                LOG.warnf(
                        failed,
                        "the partitions of %s will be maintained again tomorrow",
                        table.name());
            }
        }
    }

    /**
     * The date in Jakarta may be one day ahead. A partition that is created or dropped a day early
     * or late does no harm.
     */
    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
