package id.pkh.verification.support;

import id.pkh.platform.messaging.envelope.WireFormat;
import id.pkh.testsupport.events.EventArrivals;
import id.pkh.testsupport.events.EventStreams;
import id.pkh.testsupport.rows.Rows;
import id.pkh.testsupport.time.MovableClock;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The shared test support, as beans of this service's tests. */
class SupportBeans {

    @Produces
    @Singleton
    MovableClock clock() {
        return new MovableClock();
    }

    @Produces
    @Singleton
    Rows rows(DataSource database) {
        return new Rows(database);
    }

    @Produces
    @Singleton
    EventArrivals arrivals(Rows rows) {
        return new EventArrivals(rows);
    }

    @Produces
    @Singleton
    EventStreams streams(@ConfigProperty(name = "kafka.bootstrap.servers") String servers) {
        return new EventStreams(servers, WireFormat.mapper());
    }

    void close(@Disposes EventStreams streams) {
        streams.close();
    }
}
