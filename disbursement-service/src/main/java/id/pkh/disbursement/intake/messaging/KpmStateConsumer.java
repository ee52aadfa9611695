package id.pkh.disbursement.intake.messaging;

import id.pkh.contracts.catalogue.EventCatalogue;
import id.pkh.contracts.registry.FamilyMember;
import id.pkh.contracts.registry.KpmState;
import id.pkh.disbursement.entitlement.domain.ComponentSpell;
import id.pkh.disbursement.intake.ReceivedFact;
import id.pkh.disbursement.intake.RecordKpmStates;
import id.pkh.disbursement.kpm.KpmSnapshot;
import id.pkh.disbursement.kpm.domain.KpmFacts;
import id.pkh.disbursement.kpm.domain.KpmStatus;
import id.pkh.disbursement.payment.Trigger;
import id.pkh.platform.messaging.envelope.ReceivedEvent;
import id.pkh.platform.messaging.intake.EventIntake;
import id.pkh.platform.messaging.subscription.EventSubscriber;
import id.pkh.platform.messaging.subscription.Subscription;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class KpmStateConsumer implements EventSubscriber {

    private final EventIntake intake;
    private final RecordKpmStates recordStates;

    KpmStateConsumer(EventIntake intake, RecordKpmStates recordStates) {
        this.intake = intake;
        this.recordStates = recordStates;
    }

    @Incoming("kpm-state-in")
    @Blocking(ordered = true)
    void consume(ConsumerRecords<String, byte[]> records) {
        intake.accept(records);
    }

    @Override
    public String topic() {
        return EventCatalogue.KPM_STATE.topic();
    }

    @Override
    public List<Subscription<?>> subscriptions() {
        return List.of(
                Subscription.batch(
                        EventCatalogue.KPM_STATE,
                        events ->
                                recordStates.handle(
                                        events.stream().map(KpmStateConsumer::received).toList())));
    }

    private static ReceivedFact<KpmSnapshot> received(ReceivedEvent<KpmState> event) {
        return new ReceivedFact<>(snapshotOf(event), Trigger.of(event.meta()));
    }

    private static KpmSnapshot snapshotOf(ReceivedEvent<KpmState> event) {
        KpmState state = event.payload();
        return new KpmSnapshot(
                new KpmFacts(
                        state.kpmId(),
                        new KpmStatus(state.status()),
                        state.baseStatus() == null ? null : new KpmStatus(state.baseStatus()),
                        state.villageCode(),
                        state.payingBank(),
                        state.accountKnown(),
                        state.members().stream().map(KpmStateConsumer::spellOf).toList()),
                state.occurredOn(),
                state.recordedAt(),
                event.meta().sequence());
    }

    private static ComponentSpell spellOf(FamilyMember member) {
        return new ComponentSpell(
                member.memberId(),
                member.component(),
                member.componentSince(),
                member.componentUntil());
    }
}
