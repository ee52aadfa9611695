package id.pkh.registry.sanction;

import id.pkh.contracts.verification.AppealDecided;
import id.pkh.contracts.verification.AppealLodged;
import id.pkh.contracts.verification.ReminderIssued;
import id.pkh.contracts.verification.ReminderWithdrawn;
import id.pkh.contracts.verification.SuspensionDecided;
import id.pkh.contracts.verification.SuspensionLifted;
import id.pkh.contracts.verification.SuspensionProposalWithdrawn;
import id.pkh.contracts.verification.SuspensionProposed;
import id.pkh.contracts.verification.SuspensionWarningIssued;
import id.pkh.contracts.verification.SuspensionWarningWithdrawn;
import id.pkh.contracts.verification.TerminationDecided;
import id.pkh.contracts.verification.TerminationProposalWithdrawn;
import id.pkh.contracts.verification.TerminationProposed;
import id.pkh.platform.messaging.EventIntake;
import id.pkh.platform.messaging.EventSubscriber;
import id.pkh.platform.messaging.PermanentFailure;
import id.pkh.platform.messaging.Subscription;
import id.pkh.registry.enrolment.MembershipDecision;
import id.pkh.registry.enrolment.RecordDecision;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears from verification what was decided about a family's membership. */
@ApplicationScoped
class SanctionConsumer implements EventSubscriber {

    private final EventIntake intake;
    private final RecordDecision recordDecision;

    SanctionConsumer(EventIntake intake, RecordDecision recordDecision) {
        this.intake = intake;
        this.recordDecision = recordDecision;
    }

    @Incoming("sanction-in")
    @Blocking(ordered = true)
    void consume(ConsumerRecords<String, byte[]> records) {
        intake.accept(records);
    }

    @Override
    public String topic() {
        return SuspensionDecided.TOPIC;
    }

    @Override
    public List<Subscription<?>> subscriptions() {
        return List.of(
                Subscription.each(
                        SuspensionDecided.TYPE,
                        SuspensionDecided.class,
                        event -> decided(event.payload())),
                Subscription.each(
                        SuspensionLifted.TYPE,
                        SuspensionLifted.class,
                        event -> lifted(event.payload())),
                Subscription.each(
                        TerminationDecided.TYPE,
                        TerminationDecided.class,
                        event -> terminated(event.payload())));
    }

    @Override
    public Set<String> ignoredTypes() {
        return Set.of(
                ReminderIssued.TYPE,
                ReminderWithdrawn.TYPE,
                SuspensionWarningIssued.TYPE,
                SuspensionWarningWithdrawn.TYPE,
                SuspensionProposed.TYPE,
                SuspensionProposalWithdrawn.TYPE,
                TerminationProposed.TYPE,
                TerminationProposalWithdrawn.TYPE,
                AppealLodged.TYPE,
                AppealDecided.TYPE);
    }

    private void decided(SuspensionDecided event) {
        if ("SUSPEND".equals(event.decision())) {
            record(
                    new MembershipDecision.Suspended(
                            event.decisionId(),
                            event.kpmId(),
                            event.occurredOn(),
                            event.decidedBy()));
        }
    }

    private void lifted(SuspensionLifted event) {
        record(
                new MembershipDecision.Lifted(
                        event.decisionId(),
                        event.kpmId(),
                        event.occurredOn(),
                        event.liftedBy(),
                        event.reason()));
    }

    private void terminated(TerminationDecided event) {
        if ("TERMINATE".equals(event.decision())) {
            record(
                    new MembershipDecision.Terminated(
                            event.decisionId(),
                            event.kpmId(),
                            event.effectiveFrom(),
                            event.decidedBy()));
        }
    }

    private void record(MembershipDecision decision) {
        if (!recordDecision.handle(decision)) {
            throw new PermanentFailure(
                    "KPM_UNKNOWN", "no family " + decision.kpmId() + " in the registry");
        }
    }
}
