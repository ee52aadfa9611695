package id.pkh.disbursement.support;

import id.pkh.platform.messaging.envelope.WireFormat;
import id.pkh.testsupport.events.EventArrivals;
import id.pkh.testsupport.events.EventStreams;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The shared test support, as beans of this service's tests. */
class SupportBeans {

    @Produces
    @Singleton
    EventArrivals arrivals(Tables tables) {
        return new EventArrivals(tables);
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
