package id.pkh.meeting.meeting.domain;

import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The attendance list after a correction. Only what the correction states changes; every other mark
 * stays, whether its line could not be read, was blank or is missing.
 */
public final class CorrectedList {

    private CorrectedList() {}

    /**
     * @param before the marks so far
     * @param stated marks that the correction states, UNMARKED where it takes a mark away
     * @param ofTheDay families of the group on the day of the meeting
     * @param isSameDay whether the day of the meeting stays; a meeting on another day is one of the
     *     families of that day, so the marks of others end
     */
    public static SortedMap<UUID, AttendanceMark> of(
            Map<UUID, AttendanceMark> before,
            Map<UUID, AttendanceMark> stated,
            Collection<UUID> ofTheDay,
            boolean isSameDay) {
        SortedMap<UUID, AttendanceMark> after = new TreeMap<>();
        ofTheDay.forEach(
                kpmId -> after.put(kpmId, before.getOrDefault(kpmId, AttendanceMark.UNMARKED)));
        if (isSameDay) {
            after.putAll(before);
        }
        after.putAll(stated);
        return after;
    }
}
