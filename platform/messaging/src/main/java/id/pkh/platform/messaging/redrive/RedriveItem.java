package id.pkh.platform.messaging.redrive;

/**
 * One step of a redrive: a parked event to be tried, if its turn in its key has come.
 *
 * <p>For each selected event, in the order in which they were parked, come first the events of its
 * key that may be tried, the oldest first, and then the selected event itself if it is not among
 * them. The event at which a redrive was interrupted thus also names the key to continue with.
 *
 * @param position the selected events up to this one need nothing more after this step
 * @param eventId the parked event
 */
record RedriveItem(long position, long eventId) {

    /** A step towards a selected event: that event, or an earlier one of its key. */
    static RedriveItem towards(long selectedId, long eventId) {
        return new RedriveItem(eventId < selectedId ? selectedId - 1 : selectedId, eventId);
    }

    String text() {
        return position + ":" + eventId;
    }

    static RedriveItem parse(String text) {
        int colon = text.indexOf(':');
        return new RedriveItem(
                Long.parseLong(text, 0, colon, 10),
                Long.parseLong(text, colon + 1, text.length(), 10));
    }
}
