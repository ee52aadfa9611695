package id.pkh.verification.attendance;

import id.pkh.verification.attendance.MeetingRecord.MeetingKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Everything groups ever reported about their meetings, and which of it counts. */
public interface Meetings {

    /** Adds the records; one that is there already is not added again. */
    void add(List<MeetingRecord> records);

    /** The families on the current record of each. */
    Map<MeetingKey, Set<UUID>> currentFamilies(Collection<MeetingKey> keys);

    /** Makes each record the current one that is later than it; returns what changed. */
    Set<MeetingKey> supersede(List<MeetingRecord> latest);
}
