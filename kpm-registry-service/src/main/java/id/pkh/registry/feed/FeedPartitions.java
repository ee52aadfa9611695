package id.pkh.registry.feed;

import id.pkh.platform.persistence.PartitionedTable;
import id.pkh.registry.RegistryConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The feed has one partition per month. */
@ApplicationScoped
class FeedPartitions {

    private static final int MONTHS_AHEAD = 3;

    private final Feed feed;

    FeedPartitions(Feed feed) {
        this.feed = feed;
    }

    @Produces
    @Singleton
    PartitionedTable feedEvents(RegistryConfig config) {
        return PartitionedTable.monthly("feed_event", MONTHS_AHEAD, config.feed().retention())
                .onlyIf(
                        firstDay -> {
                            feed.dropping(firstDay);
                            return true;
                        });
    }
}
