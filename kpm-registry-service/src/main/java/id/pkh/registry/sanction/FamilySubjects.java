package id.pkh.registry.sanction;

import static java.util.stream.Collectors.toSet;

import id.pkh.contracts.Event;
import id.pkh.contracts.verification.AppealDecided;
import id.pkh.contracts.verification.AppealOverdue;
import id.pkh.contracts.verification.DecisionTookEffect;
import id.pkh.contracts.verification.ExitLifted;
import id.pkh.contracts.verification.LadderEvent;
import id.pkh.contracts.verification.LadderStepIssued;
import id.pkh.contracts.verification.LadderStepWithdrawn;
import id.pkh.contracts.verification.MembershipReinstated;
import id.pkh.contracts.verification.NoticeUndelivered;
import id.pkh.contracts.verification.SuspensionLifted;
import id.pkh.contracts.verification.TerminationLifted;
import id.pkh.platform.messaging.envelope.ReceivedEvent;
import id.pkh.platform.web.BusinessDates;
import id.pkh.registry.notification.Subject;
import id.pkh.registry.notification.domain.ReceiverRole;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What families, facilitators and offices are notified of, from the verification service. */
final class FamilySubjects {

    private FamilySubjects() {}

    /** Empty for an event that notifies nobody. */
    static Optional<Subject> of(ReceivedEvent<? extends Event> event) {
        Event payload = event.payload();
        if (payload instanceof LadderEvent step) {
            return Optional.of(step(event, step));
        }
        if (payload instanceof NoticeUndelivered e) {
            return Optional.of(
                    subject(event, e.subjectId(), e.kpmId())
                            .withVariables(Map.of("since", e.since().toString()))
                            .notifying(roles(e.notified())));
        }
        if (payload instanceof AppealOverdue e) {
            return Optional.of(
                    subject(event, e.appealId(), e.kpmId())
                            .withVariables(Map.of("day", e.decideBy().toString()))
                            .notifying(roles(e.notified())));
        }
        if (payload instanceof AppealDecided e) {
            return Optional.of(appeal(event, e));
        }
        if (payload instanceof DecisionTookEffect e) {
            return Optional.of(decision(event, e.decisionId(), e.kpmId(), e.effectiveFrom()));
        }
        if (payload instanceof SuspensionLifted e) {
            return Optional.of(decision(event, e.decisionId(), e.kpmId(), e.occurredOn()));
        }
        if (payload instanceof TerminationLifted e) {
            return Optional.of(decision(event, e.decisionId(), e.kpmId(), e.occurredOn()));
        }
        if (payload instanceof ExitLifted e) {
            return Optional.of(decision(event, e.decisionId(), e.kpmId(), e.occurredOn()));
        }
        if (payload instanceof MembershipReinstated e) {
            return Optional.of(decision(event, e.decisionId(), e.kpmId(), e.effectiveFrom()));
        }
        return Optional.empty();
    }

    private static Subject step(ReceivedEvent<? extends Event> event, LadderEvent step) {
        if (step instanceof LadderStepIssued issued) {
            return subject(event, nameOf(issued), step.stepId(), step.kpmId())
                    .withVariables(Map.of("period", step.period()))
                    .notifying(roles(issued.notified()));
        }
        Subject subject =
                subject(event, step.stepId(), step.kpmId())
                        .withVariables(Map.of("period", step.period()));
        return step instanceof LadderStepWithdrawn ? subject.takingBack() : subject;
    }

    /** A family is not warned of what others failed to do. */
    private static String nameOf(LadderStepIssued step) {
        return step.isProtected() ? "ProtectedStepIssued" : step.getClass().getSimpleName();
    }

    private static Subject appeal(ReceivedEvent<? extends Event> event, AppealDecided decided) {
        return subject(
                event,
                decided.decision().equals("UPHELD") ? "AppealUpheld" : "AppealRejected",
                decided.appealId(),
                decided.kpmId());
    }

    private static Subject decision(
            ReceivedEvent<? extends Event> event, UUID decision, UUID family, LocalDate on) {
        return subject(event, decision, family).withVariables(Map.of("day", on.toString()));
    }

    private static Subject subject(ReceivedEvent<? extends Event> event, UUID about, UUID family) {
        return subject(event, event.payload().getClass().getSimpleName(), about, family);
    }

    private static Subject subject(
            ReceivedEvent<? extends Event> event, String name, UUID about, UUID family) {
        return Subject.ofFamily(
                event.meta().id(),
                event.meta().sequence(),
                name,
                about,
                family,
                BusinessDates.on(event.payload().recordedAt()));
    }

    /** Codes that this service does not know yet notify nobody. */
    private static Set<ReceiverRole> roles(List<String> codes) {
        return codes.stream().flatMap(code -> ReceiverRole.of(code).stream()).collect(toSet());
    }
}
