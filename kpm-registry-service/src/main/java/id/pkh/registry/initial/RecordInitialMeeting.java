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
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Records which topics a meeting covered and who was there, as often as something is added. */
@ApplicationScoped
class RecordInitialMeeting {

    static final String IN_FUTURE = "INITIAL_MEETING_IN_FUTURE";

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
        if (isAhead(meeting.meetsOn())) {
            throw Refused.because(IN_FUTURE).with("meets_on", meeting.meetsOn().toString());
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
        faultOf(mark.mark(), candidate, isCompared)
                .ifPresent(
                        code -> {
                            throw Refused.because(code).with("kpm_id", mark.kpmId().toString());
                        });
    }

    boolean isAhead(LocalDate meetsOn) {
        return meetsOn.isAfter(BusinessDates.today(clock));
    }

    /**
     * @param candidate null for a family that is not on the list
     * @param isCompared whether the family was compared at the meeting itself
     */
    static Optional<String> faultOf(Mark mark, CandidateRow candidate, boolean isCompared) {
        if (candidate == null) {
            return Optional.of("INITIAL_NOT_ON_LIST");
        }
        if (candidate.deliveredOn() == null) {
            return Optional.of("INITIAL_NOT_DELIVERED");
        }
        return isCompared && mark == Mark.DID_NOT_COME
                ? Optional.of("INITIAL_COMPARED_THERE")
                : Optional.empty();
    }
}
