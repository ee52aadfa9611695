package id.pkh.console.parked;

import id.pkh.console.call.Gap;
import java.util.List;

/**
 * One page of parked events.
 *
 * @param next position of the next page, or null
 * @param gaps services whose events are missing here
 */
record ParkedPage(List<ParkedEvent> events, String next, List<Gap> gaps) {

    public boolean isEmpty() {
        return events.isEmpty();
    }
}
