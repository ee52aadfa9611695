package id.pkh.registry.complaint;

import id.pkh.platform.security.Caller;
import id.pkh.platform.web.Refused;
import id.pkh.registry.complaint.ComplaintRequests.FollowUp;
import id.pkh.registry.complaint.ComplaintSteps.StepRow;
import id.pkh.registry.complaint.domain.CardSteps;
import id.pkh.registry.complaint.domain.ComplaintCodes.Outcome;
import id.pkh.registry.complaint.domain.ComplaintState;
import id.pkh.registry.complaint.domain.StepRule;
import id.pkh.registry.complementary.AdvocatedComplaints;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Whoever handled a complaint proposes its outcome, which another person confirms. */
@ApplicationScoped
class FollowUpComplaint {

    private final ComplaintAccess access;
    private final ComplaintSteps steps;
    private final AdvocatedComplaints advocated;
    private final ComplaintMoves moves;
    private final Caller caller;
    private final Clock clock;

    FollowUpComplaint(
            ComplaintAccess access,
            ComplaintSteps steps,
            AdvocatedComplaints advocated,
            ComplaintMoves moves,
            Caller caller,
            Clock clock) {
        this.access = access;
        this.steps = steps;
        this.advocated = advocated;
        this.moves = moves;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    void handle(UUID id, FollowUp request) {
        ComplaintRow row = access.lock(id, request.version());
        ComplaintAccess.requireStep(row, ComplaintState.FOLLOWED_UP);
        access.requireWithCaller(row);
        if ((request.reason() != null) != (request.outcome() == Outcome.REJECTED)) {
            throw Refused.because("COMPLAINT_REASON_DISAGREES");
        }
        if (request.outcome() == Outcome.DONE) {
            requireSettled(row);
        }
        moves.write(
                row,
                row.standing().followedUpBy(caller.subject(), request.outcome(), request.reason()),
                "FOLLOWED_UP",
                request.note(),
                caller.subject(),
                clock.instant());
    }

    private void requireSettled(ComplaintRow row) {
        List<StepRow> taken = steps.of(row.complaintId());
        int ofCard = (int) taken.stream().filter(step -> step.cardPlace() != null).count();
        int ofRound = (int) taken.stream().filter(step -> step.round() == row.round()).count();
        if (!StepRule.isSettled(row.type(), ofCard, ofRound)) {
            throw Refused.because("COMPLAINT_STEPS_MISSING")
                    .with("next", CardSteps.named(row.type(), ofCard));
        }
        if (row.type().isAboutComplementary() && !advocated.has(row.complaintId())) {
            throw Refused.because("COMPLAINT_ADVOCACY_MISSING");
        }
    }
}
