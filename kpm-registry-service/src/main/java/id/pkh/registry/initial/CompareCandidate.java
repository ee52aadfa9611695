package id.pkh.registry.initial;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.platform.security.Caller;
import id.pkh.platform.web.Refused;
import id.pkh.registry.dataupdate.DataUpdateRequests.ChangeEntry;
import id.pkh.registry.dataupdate.DataUpdateRequests.EvidenceEntry;
import id.pkh.registry.dataupdate.SubmitUpdate;
import id.pkh.registry.enrolment.KpmRecords;
import id.pkh.registry.family.domain.Family;
import id.pkh.registry.family.domain.KpmStatus;
import id.pkh.registry.initial.Candidates.CandidateRow;
import id.pkh.registry.initial.Candidates.NewComparison;
import id.pkh.registry.initial.InitialRequests.ComparisonEntry;
import id.pkh.registry.initial.domain.Comparison;
import id.pkh.registry.initial.domain.InitialCodes.Mark;
import id.pkh.registry.visit.VisitedFamilies;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Records how what the registry has about a candidate compares with the evidence, at the meeting or
 * at home. What differs becomes a data update, which another person accepts.
 */
@ApplicationScoped
class CompareCandidate {

    static final String NOT_TO_VALIDATE = "INITIAL_NOT_TO_VALIDATE";

    private final KpmRecords records;
    private final Candidates candidates;
    private final VisitedFamilies visits;
    private final SubmitUpdate submitUpdate;
    private final ValidateCandidate validate;
    private final Caller caller;
    private final Clock clock;

    CompareCandidate(
            KpmRecords records,
            Candidates candidates,
            VisitedFamilies visits,
            SubmitUpdate submitUpdate,
            ValidateCandidate validate,
            Caller caller,
            Clock clock) {
        this.records = records;
        this.candidates = candidates;
        this.visits = visits;
        this.submitUpdate = submitUpdate;
        this.validate = validate;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    void handle(UUID kpmId, ComparisonEntry entry) {
        Family family = records.lockForChange(kpmId);
        CandidateRow candidate =
                candidates.find(kpmId).orElseThrow(() -> Refused.because("INITIAL_NOT_ON_LIST"));
        if (isNotToValidate(family)) {
            throw Refused.because(NOT_TO_VALIDATE).with("status", family.status().name());
        }
        LocalDate on =
                seenOn(candidate, entry.visitId())
                        .orElseThrow(() -> Refused.because(faultOfPapers(entry.visitId())));
        List<Comparison> compared = entry.compared();
        requireFaultless(compared, entry.changesOrNone());
        UUID update = submitted(candidate, entry, compared, on);
        insert(candidate, entry.visitId(), compared, update);
        validate.whenSettled(family, on);
    }

    /** Records comparisons, the differing ones with their data update. */
    void insert(CandidateRow candidate, UUID visit, List<Comparison> compared, UUID update) {
        Instant now = clock.instant();
        candidates.insert(
                compared.stream()
                        .map(
                                comparison ->
                                        new NewComparison(
                                                UuidCreator.getTimeOrderedEpoch(),
                                                candidate.kpmId(),
                                                candidate.meetingId(),
                                                visit,
                                                comparison,
                                                comparison.differs() ? update : null,
                                                caller.subject(),
                                                now))
                        .toList());
    }

    static boolean isNotToValidate(Family family) {
        return family.status() != KpmStatus.INVITED && family.status() != KpmStatus.VISITED;
    }

    /** The day on which the papers were seen: of the meeting, or of the visit. */
    Optional<LocalDate> seenOn(CandidateRow candidate, UUID visit) {
        if (visit != null) {
            return visits.tracedOn(visit, candidate.kpmId());
        }
        return candidate.mark() == null || candidate.mark() == Mark.DID_NOT_COME
                ? Optional.empty()
                : Optional.of(candidate.meetsOn());
    }

    /** Why no papers can have been seen. */
    static String faultOfPapers(UUID visit) {
        return visit == null ? "INITIAL_NOT_PRESENT" : "INITIAL_VISIT_DISAGREES";
    }

    private static void requireFaultless(List<Comparison> compared, List<ChangeEntry> changes) {
        Comparison.faultOf(compared, changes.stream().map(ChangeEntry::kind).toList())
                .ifPresent(
                        fault -> {
                            throw Refused.because(fault.code())
                                    .with("item", fault.item().map(Enum::name).orElse("-"));
                        });
    }

    private UUID submitted(
            CandidateRow candidate,
            ComparisonEntry entry,
            List<Comparison> compared,
            LocalDate on) {
        if (entry.changesOrNone().isEmpty()) {
            return null;
        }
        Comparison first = compared.stream().filter(Comparison::differs).findFirst().orElseThrow();
        UUID seenAt = entry.visitId() == null ? candidate.meetingId() : entry.visitId();
        return submitUpdate.found(
                candidate.kpmId(),
                new EvidenceEntry(first.evidence(), seenAt.toString(), on),
                entry.changesOrNone());
    }
}
