package id.pkh.meeting.monthclose;

import java.util.List;
import java.util.UUID;

/** What a closing goes through: first the groups, then the facilitators, each by id. */
record ClosingItem(Type type, UUID id) {

    enum Type {
        GROUP,
        FACILITATOR
    }

    static List<ClosingItem> of(Type type, List<UUID> ids) {
        return ids.stream().map(id -> new ClosingItem(type, id)).toList();
    }

    static ClosingItem parse(String text) {
        String[] parts = text.split(" ");
        return new ClosingItem(Type.valueOf(parts[0]), UUID.fromString(parts[1]));
    }

    String text() {
        return type + " " + id;
    }
}
