package id.pkh.registry.initial;

import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.security.Caller;
import id.pkh.registry.dataupdate.domain.EvidenceKind;
import id.pkh.registry.family.domain.Family;
import id.pkh.registry.initial.Candidates.CandidateRow;
import id.pkh.registry.initial.InitialMeetings.MeetingRow;
import id.pkh.registry.initial.InitialRequests.DeliveryEntry;
import id.pkh.registry.initial.InitialRequests.MarkEntry;
import id.pkh.registry.initial.InitialRequests.MeetingEntry;
import id.pkh.registry.initial.domain.Comparison;
import id.pkh.registry.initial.domain.InitialCodes.DeliveredTo;
import id.pkh.registry.initial.domain.InitialCodes.Mark;
import id.pkh.registry.initial.domain.InitialCodes.Speaker;
import id.pkh.registry.initial.domain.InitialCodes.Topic;
import id.pkh.registry.initial.domain.InitialCodes.Verdict;
import id.pkh.registry.initial.domain.Item;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Steps of candidates that a list states, one by one. The rules are those of the single calls; a
 * fault is returned and not thrown, so that the other rows of a chunk are recorded. Families are
 * locked by the transaction of the chunk, and every village lies in the caller's areas.
 */
@ApplicationScoped
public class InitialSteps {

    private final PlanInitialMeeting planMeeting;
    private final DeliverInvitation deliverInvitation;
    private final RecordInitialMeeting recordMeeting;
    private final CompareCandidate compareCandidate;
    private final ValidateCandidate validate;
    private final InitialMeetings meetings;
    private final Candidates candidates;
    private final Caller caller;
    private final Clock clock;

    InitialSteps(
            PlanInitialMeeting planMeeting,
            DeliverInvitation deliverInvitation,
            RecordInitialMeeting recordMeeting,
            CompareCandidate compareCandidate,
            ValidateCandidate validate,
            InitialMeetings meetings,
            Candidates candidates,
            Caller caller,
            Clock clock) {
        this.planMeeting = planMeeting;
        this.deliverInvitation = deliverInvitation;
        this.recordMeeting = recordMeeting;
        this.compareCandidate = compareCandidate;
        this.validate = validate;
        this.meetings = meetings;
        this.candidates = candidates;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * What became of a row.
     *
     * @param refusal a code; null if it was not refused
     * @param isChange false if the row was on record before
     */
    public record Step(String refusal, boolean isChange) {

        public static final Step CHANGED = new Step(null, true);
        public static final Step UNCHANGED = new Step(null, false);

        public static Step refused(String code) {
            return new Step(code, false);
        }
    }

    /** A meeting whose list are the candidates of a village who are on no other list. */
    public record Plan(
            String villageCode,
            String batch,
            LocalDate meetsOn,
            LocalTime startsAt,
            LocalTime endsAt,
            String place,
            Set<Speaker> speakers) {

        private MeetingEntry entry() {
            return new MeetingEntry(
                    villageCode,
                    batch,
                    meetsOn,
                    startsAt.toString(),
                    endsAt.toString(),
                    place,
                    speakers,
                    null);
        }
    }

    public Step plan(Plan plan) {
        MeetingEntry entry = plan.entry();
        Optional<String> fault = planMeeting.faultOf(entry);
        if (fault.isPresent()) {
            return Step.refused(fault.get());
        }
        Optional<MeetingRow> known =
                meetings
                        .list(
                                new Conditions()
                                        .and("m.village_code = ?", plan.villageCode())
                                        .and("m.meets_on = ?", plan.meetsOn())
                                        .and("m.starts_at = ?", plan.startsAt())
                                        .and("m.cancel_reason IS NULL"),
                                1)
                        .stream()
                        .findFirst();
        if (known.isPresent()) {
            return known.get().batch().equals(plan.batch())
                    ? Step.UNCHANGED
                    : Step.refused("INITIAL_MEETING_TWICE");
        }
        List<UUID> listed = planMeeting.unlisted(plan.villageCode());
        Optional<String> faultOfList = PlanInitialMeeting.faultOfList(listed);
        if (faultOfList.isPresent()) {
            return Step.refused(faultOfList.get());
        }
        planMeeting.plan(entry, listed);
        return Step.CHANGED;
    }

    public Step deliver(Family family, LocalDate on, DeliveredTo to) {
        Optional<CandidateRow> candidate = candidates.find(family.id());
        if (candidate.isEmpty()) {
            return Step.refused("INITIAL_NOT_ON_LIST");
        }
        CandidateRow row = candidate.get();
        if (isCancelled(row.meetingId())) {
            return Step.refused("INITIAL_NOT_ON_LIST");
        }
        if (on.equals(row.deliveredOn()) && to == row.deliveredTo()) {
            return Step.UNCHANGED;
        }
        DeliveryEntry delivery = new DeliveryEntry(family.id(), on, to);
        Optional<String> fault = deliverInvitation.faultOf(row, delivery);
        if (fault.isPresent()) {
            return Step.refused(fault.get());
        }
        deliverInvitation.deliver(family, row, delivery);
        return Step.CHANGED;
    }

    /** Locks the meeting, so that it is not cancelled at the same moment. */
    private boolean isCancelled(UUID meeting) {
        return meetings.lock(meeting).filter(row -> row.cancelReason() == null).isEmpty();
    }

    /** A mark of a family at its meeting, with what the meeting covered. */
    public Step mark(UUID family, Mark mark, Set<Topic> topics) {
        CandidateRow row = candidates.find(family).orElse(null);
        boolean isCompared = row != null && candidates.comparedAt(row.meetingId()).contains(family);
        Optional<String> fault = RecordInitialMeeting.faultOf(mark, row, isCompared);
        if (fault.isPresent()) {
            return Step.refused(fault.get());
        }
        if (recordMeeting.isAhead(row.meetsOn())) {
            return Step.refused(RecordInitialMeeting.IN_FUTURE);
        }
        if (isCancelled(row.meetingId())) {
            return Step.refused("INITIAL_NOT_ON_LIST");
        }
        Set<String> covered = coveredBy(row.meetingId());
        if (mark == row.mark() && topics.stream().map(Enum::name).allMatch(covered::contains)) {
            return Step.UNCHANGED;
        }
        meetings.record(
                row.meetingId(),
                topics,
                List.of(new MarkEntry(family, mark)),
                caller.subject(),
                clock.instant());
        return Step.CHANGED;
    }

    private Set<String> coveredBy(UUID meeting) {
        return meetings.lock(meeting)
                .map(MeetingRow::topics)
                .map(topics -> Set.of(topics.split(",")))
                .orElse(Set.of());
    }

    /**
     * One item of a family, as it compares with its evidence. What differs takes a data update, so
     * it cannot be stated here.
     *
     * @param visit the visit at home that met the family; null at the meeting
     */
    public Step compare(
            Family family, Item item, Verdict verdict, EvidenceKind evidence, UUID visit) {
        Optional<CandidateRow> candidate = candidates.find(family.id());
        if (candidate.isEmpty()) {
            return Step.refused("INITIAL_NOT_ON_LIST");
        }
        CandidateRow row = candidate.get();
        Comparison comparison = new Comparison(item, verdict, evidence);
        Optional<Comparison.Fault> fault = Comparison.faultOf(List.of(comparison), List.of());
        if (fault.isPresent()) {
            return Step.refused(fault.get().code());
        }
        if (isOnRecord(family.id(), comparison, visit)) {
            return Step.UNCHANGED;
        }
        if (CompareCandidate.isNotToValidate(family)) {
            return Step.refused(CompareCandidate.NOT_TO_VALIDATE);
        }
        Optional<LocalDate> on = compareCandidate.seenOn(row, visit);
        if (on.isEmpty()) {
            return Step.refused(CompareCandidate.faultOfPapers(visit));
        }
        compareCandidate.insert(row, visit, List.of(comparison), null);
        validate.whenSettled(family, on.get());
        return Step.CHANGED;
    }

    private boolean isOnRecord(UUID family, Comparison comparison, UUID visit) {
        return candidates.compared(family).stream()
                .filter(row -> row.item() == comparison.item())
                .anyMatch(row -> row.isSame(comparison, visit));
    }
}
