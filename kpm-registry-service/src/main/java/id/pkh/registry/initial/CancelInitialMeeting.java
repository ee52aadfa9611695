package id.pkh.registry.initial;

import id.pkh.platform.security.Caller;
import id.pkh.platform.web.Refused;
import id.pkh.registry.initial.InitialMeetings.MeetingRow;
import id.pkh.registry.initial.domain.InitialCodes.CancelReason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Cancels a meeting that was not held; its families can be on the list of another. */
@ApplicationScoped
class CancelInitialMeeting {

    private final LockedMeetings locked;
    private final InitialMeetings meetings;
    private final Caller caller;
    private final Clock clock;

    CancelInitialMeeting(
            LockedMeetings locked, InitialMeetings meetings, Caller caller, Clock clock) {
        this.locked = locked;
        this.meetings = meetings;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    void handle(UUID id, CancelReason reason) {
        MeetingRow meeting = locked.open(id);
        if (meeting.isHeld()) {
            throw Refused.because("INITIAL_MEETING_HELD");
        }
        meetings.cancel(id, reason, caller.subject(), clock.instant());
    }
}
