package id.pkh.console.tail;

import java.util.Locale;

/** What a viewer wants to see; empty means anything. */
record TailFilter(String type, String key) {

    TailFilter {
        type = type == null ? "" : type.strip().toLowerCase(Locale.ROOT);
        key = key == null ? "" : key.strip();
    }

    /** A part of the type or of the topic; the whole key. */
    boolean accepts(TailEvent event) {
        return (type.isEmpty()
                        || event.type().toLowerCase(Locale.ROOT).contains(type)
                        || event.topic().toLowerCase(Locale.ROOT).contains(type))
                && (key.isEmpty() || event.key().equals(key));
    }
}
