package id.pkh.meeting.meeting;

import id.pkh.contracts.MeetingKinds;
import java.util.Set;

/** The kinds of meeting this service records; the codes are those of the published language. */
public final class MeetingKind {

    public static final String GROUP_MEETING = MeetingKinds.GROUP_MEETING;
    public static final String P2K2 = MeetingKinds.P2K2;

    static final Set<String> ALL = Set.of(GROUP_MEETING, P2K2);

    private MeetingKind() {}
}
