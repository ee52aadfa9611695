package id.pkh.disbursement.intake.messaging;

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
import id.pkh.disbursement.intake.ReceivedFact;
import id.pkh.disbursement.intake.RecordSanctionFacts;
import id.pkh.disbursement.payment.Trigger;
import id.pkh.disbursement.sanction.SanctionFact;
import id.pkh.platform.messaging.EventIntake;
import id.pkh.platform.messaging.EventSubscriber;
import id.pkh.platform.messaging.ReceivedEvent;
import id.pkh.platform.messaging.Subscription;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class SanctionConsumer implements EventSubscriber {

    private final EventIntake intake;
    private final RecordSanctionFacts recordFacts;

    SanctionConsumer(EventIntake intake, RecordSanctionFacts recordFacts) {
        this.intake = intake;
        this.recordFacts = recordFacts;
    }

    @Incoming("sanction-in")
    @Blocking(ordered = true)
    void consume(ConsumerRecords<String, byte[]> records) {
        intake.accept(records);
    }

    @Override
    public String topic() {
        return SuspensionWarningIssued.TOPIC;
    }

    @Override
    public List<Subscription<?>> subscriptions() {
        return List.of(
                facts(ReminderIssued.TYPE, ReminderIssued.class, SanctionMapping::issued),
                facts(ReminderWithdrawn.TYPE, ReminderWithdrawn.class, SanctionMapping::withdrawn),
                facts(
                        SuspensionWarningIssued.TYPE,
                        SuspensionWarningIssued.class,
                        SanctionMapping::warningIssued),
                facts(
                        SuspensionWarningWithdrawn.TYPE,
                        SuspensionWarningWithdrawn.class,
                        SanctionMapping::warningWithdrawn),
                facts(
                        SuspensionProposed.TYPE,
                        SuspensionProposed.class,
                        SanctionMapping::suspensionProposed),
                facts(
                        SuspensionProposalWithdrawn.TYPE,
                        SuspensionProposalWithdrawn.class,
                        SanctionMapping::suspensionWithdrawn),
                facts(
                        TerminationProposed.TYPE,
                        TerminationProposed.class,
                        SanctionMapping::terminationProposed),
                facts(
                        TerminationProposalWithdrawn.TYPE,
                        TerminationProposalWithdrawn.class,
                        SanctionMapping::terminationWithdrawn),
                facts(SuspensionDecided.TYPE, SuspensionDecided.class, SanctionMapping::decided),
                facts(
                        TerminationDecided.TYPE,
                        TerminationDecided.class,
                        SanctionMapping::terminationDecided),
                facts(SuspensionLifted.TYPE, SuspensionLifted.class, SanctionMapping::lifted));
    }

    /** An appeal does not affect payments; the lift that follows from it does. */
    @Override
    public Set<String> ignoredTypes() {
        return Set.of(AppealLodged.TYPE, AppealDecided.TYPE);
    }

    private <E> Subscription<E> facts(
            String type, Class<E> payload, Function<ReceivedEvent<E>, SanctionFact> mapping) {
        return Subscription.batch(
                type,
                payload,
                events ->
                        recordFacts.handle(
                                events.stream().map(event -> received(event, mapping)).toList()));
    }

    private static <E> ReceivedFact<SanctionFact> received(
            ReceivedEvent<E> event, Function<ReceivedEvent<E>, SanctionFact> mapping) {
        return new ReceivedFact<>(mapping.apply(event), Trigger.of(event.meta()));
    }
}
