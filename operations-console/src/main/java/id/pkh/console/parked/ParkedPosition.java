package id.pkh.console.parked;

import id.pkh.console.call.ServiceName;

/**
 * Where a page of the list begins: the services follow one another, each in its own order.
 *
 * @param after the service's own cursor; empty for the beginning of its list
 */
record ParkedPosition(ServiceName service, String after) {

    static ParkedPosition of(String text) {
        String[] parts = (text == null ? "" : text).split(":", 2);
        return ServiceName.of(parts[0])
                .map(service -> new ParkedPosition(service, parts.length > 1 ? parts[1] : ""))
                .orElse(new ParkedPosition(ServiceName.values()[0], ""));
    }

    String text() {
        return service.text() + ":" + after;
    }
}
