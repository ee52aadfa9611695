package id.pkh.registry.feed;

import id.pkh.contracts.EventType;
import id.pkh.contracts.catalogue.EventCatalogue;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.Refused;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What of the feed one reader gets. An event that names areas has to lie in the reader's areas with
 * all of them; one that names none is for readers of the whole country.
 *
 * @param types none for all
 */
public record FeedFilter(List<String> types, AreaScope areas) {

    private static final Set<String> KNOWN =
            EventCatalogue.ALL.stream()
                    .map(EventType::type)
                    .collect(Collectors.toUnmodifiableSet());

    public FeedFilter {
        types = List.copyOf(types);
    }

    /** Refuses types that are not in the catalogue. */
    public static FeedFilter of(Collection<String> types, AreaScope areas) {
        for (String type : types) {
            if (!KNOWN.contains(type)) {
                throw Refused.because("EVENT_TYPE_UNKNOWN").with("event_type", type);
            }
        }
        return new FeedFilter(types.stream().distinct().toList(), areas);
    }
}
