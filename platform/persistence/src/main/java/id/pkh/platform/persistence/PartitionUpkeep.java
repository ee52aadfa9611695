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
 * Keeps a partition ready for the days to come, so that nothing falls into the one for everything
 * else, and drops what is past its retention: at the start and once a day.
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
                // the other tables still get their partitions; tomorrow is another day
                failures.increment();
                LOG.warnf(
                        failed,
                        "the partitions of %s will be maintained again tomorrow",
                        table.name());
            }
        }
    }

    /** Jakarta's day may be one further; a partition a day early or late is no matter. */
    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
