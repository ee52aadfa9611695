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

    /** The families on the current record of each. */
    Map<MeetingKey, Set<UUID>> currentFamilies(Collection<MeetingKey> keys);

    /** Makes each record current that is later than the current one; returns the changes. */
    Set<MeetingKey> supersede(List<MeetingRecord> latest);
}
