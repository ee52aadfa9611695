package id.pkh.meeting.minutes;

import id.pkh.meeting.minutes.MinutesRows.OfMeeting;
import id.pkh.meeting.minutes.MinutesRows.Version;
import id.pkh.meeting.minutes.domain.Minutes;
import id.pkh.meeting.minutes.domain.Narrative;
import id.pkh.meeting.p2k2.Curricula;
import id.pkh.meeting.p2k2.domain.P2k2Session;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Records the minutes of a meeting, or another version of them. */
@ApplicationScoped
class RecordMinutes {

    private final MinutesRows rows;
    private final Curricula curricula;
    private final Clock clock;

    RecordMinutes(MinutesRows rows, Curricula curricula, Clock clock) {
        this.rows = rows;
        this.curricula = curricula;
        this.clock = clock;
    }

    /** Whether the version is new; the same minutes again are recognised. */
    @Transactional
    boolean handle(UUID meetingId, Minutes minutes, AreaScope areas, String by) {
        OfMeeting meeting = rows.lock(meetingId, areas);
        refuseUnlessPossible(minutes, meeting);
        Optional<Version> latest = rows.latest(meetingId);
        if (latest.filter(version -> version.minutes().equals(minutes)).isPresent()) {
            return false;
        }
        int revision = latest.map(Version::revision).orElse(0) + 1;
        rows.add(meetingId, new Version(revision, minutes, clock.instant(), by));
        return true;
    }

    private void refuseUnlessPossible(Minutes minutes, OfMeeting meeting) {
        if (minutes.endsBeforeItStarts()) {
            throw Refused.because("MEETING_ENDS_EARLY");
        }
        if (minutes.narrative().isTooLong()) {
            throw Refused.because("NARRATIVE_TOO_LONG")
                    .with("chars", minutes.narrative().chars())
                    .with("max_chars", Narrative.MAX_CHARS);
        }
        List<String> known =
                curricula.on(meeting.heldOn()).sessions().stream()
                        .map(P2k2Session::module)
                        .distinct()
                        .toList();
        if (minutes.category() != null && !known.contains(minutes.category())) {
            throw Refused.because("CATEGORY_UNKNOWN")
                    .with("category", minutes.category())
                    .with("known", String.join(", ", known));
        }
    }
}
