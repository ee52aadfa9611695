package id.pkh.platform.clients;

import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How much one system may read in a day. Pages are counted in the log, so all instances of a
 * service count together and a restart forgets nothing; requests at the same moment may pass the
 * limit by their number, and a file that has begun is completed.
 */
@ApplicationScoped
class ClientLimits {

    private final ActivityLog log;
    private final ClientsConfig config;
    private final Clock clock;

    ClientLimits(ActivityLog log, ClientsConfig config, Clock clock) {
        this.log = log;
        this.config = config;
        this.clock = clock;
    }

    void requirePagesLeft(String client) {
        int limit = pagesPerDay(client);
        LocalDate today = BusinessDates.today(clock);
        if (log.pagesSince(client, startOf(today)) >= limit) {
            Duration wait = Duration.between(clock.instant(), startOf(today.plusDays(1)));
            throw Refused.because("CLIENT_PAGES_USED_UP")
                    .with("limit", limit)
                    .with("retry_after_seconds", Math.max(1, wait.toSeconds() + 1));
        }
    }

    private int pagesPerDay(String client) {
        return Optional.ofNullable(config.named().get(client))
                .map(ClientsConfig.Client::pagesPerDay)
                .filter(own -> own.isPresent())
                .map(own -> own.getAsInt())
                .orElse(config.pagesPerDay());
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(BusinessDates.ZONE).toInstant();
    }
}
