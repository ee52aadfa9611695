package id.pkh.console.parked;

import org.jboss.resteasy.reactive.RestQuery;

/** The filter as parameters of an address. */
public class ParkedFilterParams {

    @RestQuery String service;
    @RestQuery String topic;
    @RestQuery String key;
    @RestQuery String type;
    @RestQuery String reason;
    @RestQuery String state;

    ParkedFilter filter() {
        return new ParkedFilter(service, topic, key, type, reason, state);
    }
}
