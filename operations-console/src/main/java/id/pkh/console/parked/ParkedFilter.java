package id.pkh.console.parked;

import id.pkh.console.call.Query;
import id.pkh.console.call.ServiceName;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A filter of parked events; an empty text matches everything. */
record ParkedFilter(
        String service, String topic, String key, String type, String reason, String state) {

    static final String PARKED = "PARKED";
    static final List<String> STATES = List.of(PARKED, "REDRIVEN", "DISCARDED");

    ParkedFilter {
        service = ServiceName.of(trimmed(service)).map(ServiceName::text).orElse("");
        topic = trimmed(topic);
        key = trimmed(key);
        type = trimmed(type);
        reason = trimmed(reason);
        state = STATES.contains(trimmed(state)) ? trimmed(state) : PARKED;
    }

    public List<ServiceName> services() {
        return Arrays.stream(ServiceName.values())
                .filter(s -> service.isEmpty() || s.text().equals(service))
                .toList();
    }

    public boolean isOfService(ServiceName name) {
        return name.text().equals(service);
    }

    /**
     * A redrive of all parked events would be an accident, so at least one criterion is required.
     */
    public boolean mayBeRedrivenAsAWhole() {
        return state.equals(PARKED)
                && !(topic.isEmpty() && key.isEmpty() && type.isEmpty() && reason.isEmpty());
    }

    public boolean showsOpen() {
        return state.equals(PARKED);
    }

    /** In the form that the services' operations resource expects. */
    public Map<String, Object> selection() {
        Map<String, Object> selection = new LinkedHashMap<>();
        put(selection, "topic", topic);
        put(selection, "key", key);
        put(selection, "type", type);
        put(selection, "reason", reason);
        return selection;
    }

    public String listPath(int limit, String after) {
        return query().with("state", state)
                .with("limit", limit)
                .with("after", after)
                .on("/api/v1/operations/parked-events");
    }

    public String countPath() {
        return query().on("/api/v1/operations/parked-events/count");
    }

    /** This filter as a query of the console's own pages. */
    public String asQuery() {
        return query().with("service", service).with("state", showsOpen() ? "" : state).toString();
    }

    private Query query() {
        return new Query()
                .with("topic", topic)
                .with("key", key)
                .with("type", type)
                .with("reason", reason);
    }

    private static void put(Map<String, Object> selection, String name, String value) {
        if (!value.isEmpty()) {
            selection.put(name, value);
        }
    }

    private static String trimmed(String text) {
        return text == null ? "" : text.strip();
    }
}
