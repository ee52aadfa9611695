package id.pkh.console.tail;

import com.fasterxml.jackson.annotation.JsonIgnore;
import id.pkh.console.call.Areas;
import java.util.List;

/**
 * A record of the live view.
 *
 * @param at when it was written, milliseconds since the epoch
 * @param payload the beginning of its payload; empty when it is hidden
 * @param areaCodes the villages that it is about
 * @param payloadHidden whether it is about families outside the viewer's areas
 */
record TailEvent(
        long at,
        String topic,
        int partition,
        long offset,
        String key,
        String type,
        String id,
        String correlationId,
        String payload,
        @JsonIgnore List<String> areaCodes,
        boolean payloadHidden) {

    /** As a viewer with these areas sees it. */
    TailEvent within(Areas areas) {
        return areas.cover(areaCodes)
                ? this
                : new TailEvent(
                        at,
                        topic,
                        partition,
                        offset,
                        key,
                        type,
                        id,
                        correlationId,
                        "",
                        areaCodes,
                        true);
    }
}
