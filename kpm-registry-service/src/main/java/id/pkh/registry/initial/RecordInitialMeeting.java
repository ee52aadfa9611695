package id.pkh.registry.initial;

import static java.util.stream.Collectors.toMap;

import id.pkh.platform.security.Caller;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Refused;
import id.pkh.registry.initial.Candidates.CandidateRow;
import id.pkh.registry.initial.InitialMeetings.MeetingRow;
import id.pkh.registry.initial.InitialRequests.MarkEntry;
import id.pkh.registry.initial.InitialRequests.RecordEntry;
import id.pkh.registry.initial.domain.InitialCodes.Mark;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Records which topics a meeting covered and who was there, as often as something is added. */
@ApplicationScoped
class RecordInitialMeeting {

    private final LockedMeetings locked;
    private final InitialMeetings meetings;
    private final Candidates candidates;
    private final Caller caller;
    private final Clock clock;

    RecordInitialMeeting(
            LockedMeetings locked,
            InitialMeetings meetings,
            Candidates candidates,
            Caller caller,
            Clock clock) {
        this.locked = locked;
        this.meetings = meetings;
        this.candidates = candidates;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    void handle(UUID id, RecordEntry entry) {
        MeetingRow meeting = locked.open(id);
        Instant now = clock.instant();
        if (meeting.meetsOn().isAfter(BusinessDates.on(now))) {
            throw Refused.because("INITIAL_MEETING_IN_FUTURE")
                    .with("meets_on", meeting.meetsOn().toString());
        }
        requireMarks(id, entry.marks());
        meetings.record(id, entry.topics(), entry.marks(), caller.subject(), now);
    }

    private void requireMarks(UUID meeting, List<MarkEntry> marks) {
        if (marks.stream().map(MarkEntry::kpmId).distinct().count() < marks.size()) {
            throw Refused.because("INITIAL_CANDIDATES_INVALID")
                    .with("max_candidates", InitialRequests.MAX_CANDIDATES);
        }
        Map<UUID, CandidateRow> listed =
                candidates.of(meeting).stream()
                        .collect(toMap(CandidateRow::kpmId, Function.identity()));
        Set<UUID> compared = new HashSet<>(candidates.comparedAt(meeting));
        for (MarkEntry mark : marks) {
            refuseMark(mark, listed.get(mark.kpmId()), compared.contains(mark.kpmId()));
        }
    }

    private static void refuseMark(MarkEntry mark, CandidateRow candidate, boolean isCompared) {
        String code = null;
        if (candidate == null) {
            code = "INITIAL_NOT_ON_LIST";
        } else if (candidate.deliveredOn() == null) {
            code = "INITIAL_NOT_DELIVERED";
        } else if (isCompared && mark.mark() == Mark.DID_NOT_COME) {
            code = "INITIAL_COMPARED_THERE";
        }
        if (code != null) {
            throw Refused.because(code).with("kpm_id", mark.kpmId().toString());
        }
    }
}
