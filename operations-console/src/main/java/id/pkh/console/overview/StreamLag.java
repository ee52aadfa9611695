package id.pkh.console.overview;

/**
 * The lag of a consumer group on a topic.
 *
 * @param members present consumers of the group
 * @param records records not yet applied
 * @param seconds age of the oldest of them; 0 when there is none, null when it could not be read
 */
record StreamLag(String topic, String group, int members, long records, Long seconds) {

    static final long LATE_SECONDS = 60;

    /** A group without members reads nothing, even if its lag is small. */
    public boolean isAbandoned() {
        return members == 0;
    }

    public boolean isLate() {
        return isAbandoned() || (records > 0 && (seconds == null || seconds > LATE_SECONDS));
    }
}
