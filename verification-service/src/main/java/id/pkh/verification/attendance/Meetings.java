package id.pkh.verification.attendance;

import id.pkh.verification.attendance.MeetingRecord.MeetingKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Everything groups ever told of their meetings, and which of it stands. */
public interface Meetings {

    /** Adds the records; one that is there already is not added again. */
    void add(List<MeetingRecord> records);

    /** The families on the record that stands. */
    Map<MeetingKey, Set<UUID>> familiesOnStanding(Collection<MeetingKey> keys);

    /** Lets each record stand that is later than the one that stands; gives what changed. */
    Set<MeetingKey> supersede(List<MeetingRecord> latest);
}
