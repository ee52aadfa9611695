package id.pkh.verification.attendance;

import id.pkh.verification.attendance.MeetingRecord.MeetingKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** All reports of groups about their meetings, and which of them are current. */
public interface Meetings {

    /** Adds the records; a record that exists already is not added again. */
    void add(List<MeetingRecord> records);

    /** The families on all current records of the months, by {@link MeetingKey#ofTheMonth}. */
    Map<MeetingKey, Set<UUID>> currentFamilies(Collection<MeetingKey> keys);

    /**
     * Makes each record current that is later than the current one; returns the changes. Of a
     * meeting and a month without one, the later record is current.
     */
    Set<MeetingKey> supersede(List<MeetingRecord> latest);
}
