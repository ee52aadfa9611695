package id.pkh.registry.complaint;

import id.pkh.platform.security.Caller;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Refused;
import id.pkh.registry.complaint.ComplaintRequests.StepEntry;
import id.pkh.registry.complaint.ComplaintSteps.StepRow;
import id.pkh.registry.complaint.domain.CardSteps;
import id.pkh.registry.complaint.domain.ComplaintState;
import id.pkh.registry.complaint.domain.StepRule;
import id.pkh.registry.complaint.domain.StepRule.Step;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Records what was done about a complaint. A step moves no payment and changes no record. */
@ApplicationScoped
class RecordComplaintStep {

    private final ComplaintAccess access;
    private final ComplaintSteps steps;
    private final ComplaintTexts texts;
    private final Caller caller;
    private final Clock clock;

    RecordComplaintStep(
            ComplaintAccess access,
            ComplaintSteps steps,
            ComplaintTexts texts,
            Caller caller,
            Clock clock) {
        this.access = access;
        this.steps = steps;
        this.texts = texts;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    void handle(UUID id, StepEntry entry) {
        ComplaintRow row = access.lock(id);
        if (row.state() != ComplaintState.IN_PROGRESS) {
            throw ComplaintAccess.notOpen(row);
        }
        access.requireWithCaller(row);
        List<StepRow> earlier = steps.of(id);
        List<LocalDate> ofCard =
                earlier.stream()
                        .filter(step -> step.cardPlace() != null)
                        .map(StepRow::takenOn)
                        .toList();
        Instant now = clock.instant();
        Step step =
                new Step(
                        entry.kind(),
                        entry.takenOn(),
                        entry.reference() != null,
                        entry.cardLastDigits() != null);
        StepRule.faultOf(row.type(), ofCard, step, BusinessDates.on(now))
                .ifPresent(
                        code -> {
                            throw Refused.because(code)
                                    .with("next", CardSteps.named(row.type(), ofCard.size()));
                        });
        steps.insert(
                id,
                new StepRow(
                        earlier.size() + 1,
                        row.round(),
                        entry.kind(),
                        entry.kind().isOfCard() ? ofCard.size() + 1 : null,
                        entry.takenOn(),
                        entry.accompaniedBy(),
                        texts.seal(entry.reference()),
                        entry.cardLastDigits(),
                        texts.seal(entry.note()),
                        caller.subject(),
                        now));
    }
}
