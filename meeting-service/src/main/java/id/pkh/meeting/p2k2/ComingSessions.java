package id.pkh.meeting.p2k2;

import id.pkh.meeting.p2k2.domain.P2k2Session;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What a group learns next, for other features. */
@ApplicationScoped
public class ComingSessions {

    private final ProgressReading reading;

    ComingSessions(ProgressReading reading) {
        this.reading = reading;
    }

    /** The sessions that the group has not held, in the order in which they come. */
    public List<P2k2Session> of(UUID groupId, LocalDate today) {
        return reading.remaining(groupId, today);
    }
}
