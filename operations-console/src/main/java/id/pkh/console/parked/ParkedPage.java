package id.pkh.console.parked;

import id.pkh.console.call.ServiceName;
import java.util.List;

/**
 * One page of parked events.
 *
 * @param next position of the page that follows, or null
 * @param silent services that did not answer: what they hold is missing here
 */
record ParkedPage(List<ParkedEvent> events, String next, List<ServiceName> silent) {

    public boolean isEmpty() {
        return events.isEmpty();
    }
}
