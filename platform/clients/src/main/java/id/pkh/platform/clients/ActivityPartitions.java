package id.pkh.platform.clients;

import id.pkh.platform.persistence.PartitionedTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The log of what systems did has one partition per month, which is dropped when it is old. */
@ApplicationScoped
class ActivityPartitions {

    private static final int MONTHS_AHEAD = 3;

    @Produces
    @Singleton
    PartitionedTable clientActivity(ClientsConfig config) {
        return PartitionedTable.monthly(
                "client_activity", MONTHS_AHEAD, config.activity().retention());
    }
}
