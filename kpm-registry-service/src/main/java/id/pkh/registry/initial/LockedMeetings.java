package id.pkh.registry.initial;

import id.pkh.platform.web.Refused;
import id.pkh.registry.area.CallerAreas;
import id.pkh.registry.initial.InitialMeetings.MeetingRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Locks a meeting of the caller's areas that was not cancelled. */
@ApplicationScoped
class LockedMeetings {

    private final InitialMeetings meetings;
    private final CallerAreas areas;

    LockedMeetings(InitialMeetings meetings, CallerAreas areas) {
        this.meetings = meetings;
        this.areas = areas;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    MeetingRow open(UUID id) {
        MeetingRow meeting = meetings.lock(id).orElseThrow(() -> Refused.because("NOT_FOUND"));
        areas.require(meeting.villageCode());
        if (meeting.cancelReason() != null) {
            throw Refused.because("INITIAL_MEETING_CANCELLED");
        }
        return meeting;
    }
}
