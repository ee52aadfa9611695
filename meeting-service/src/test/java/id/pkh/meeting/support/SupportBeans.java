package id.pkh.meeting.support;

import id.pkh.platform.messaging.envelope.WireFormat;
import id.pkh.testsupport.events.EventArrivals;
import id.pkh.testsupport.events.EventStreams;
import id.pkh.testsupport.events.PublishedEvents;
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
        return new MovableClock("2026-06-10");
    }

    @Produces
    @Singleton
    PublishedEvents published(DataSource database) {
        return new PublishedEvents(new Rows(database));
    }

    @Produces
    @Singleton
    EventArrivals arrivals(DataSource database) {
        return new EventArrivals(new Rows(database));
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
