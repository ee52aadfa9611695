package id.pkh.console.tail;

import java.util.Locale;

/** The filter of a viewer; an empty text matches everything. */
record TailFilter(String type, String key) {

    TailFilter {
        type = type == null ? "" : type.strip().toLowerCase(Locale.ROOT);
        key = key == null ? "" : key.strip();
    }

    /** Matches a part of the type or of the topic, or the whole key. */
    boolean accepts(TailEvent event) {
        return (type.isEmpty()
                        || event.type().toLowerCase(Locale.ROOT).contains(type)
                        || event.topic().toLowerCase(Locale.ROOT).contains(type))
                && (key.isEmpty() || event.key().equals(key));
    }
}
