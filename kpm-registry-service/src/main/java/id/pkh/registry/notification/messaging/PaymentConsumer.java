package id.pkh.registry.notification.messaging;

import id.pkh.contracts.EventType;
import id.pkh.contracts.catalogue.EventCatalogue;
import id.pkh.contracts.disbursement.PaymentRejected;
import id.pkh.contracts.disbursement.PaymentReturned;
import id.pkh.contracts.disbursement.PaymentTakenOut;
import id.pkh.platform.messaging.envelope.ReceivedEvent;
import id.pkh.platform.messaging.failure.PermanentFailure;
import id.pkh.platform.messaging.intake.EventIntake;
import id.pkh.platform.messaging.subscription.EventSubscriber;
import id.pkh.platform.messaging.subscription.Subscription;
import id.pkh.platform.web.BusinessDates;
import id.pkh.registry.notification.QueueNotifications;
import id.pkh.registry.notification.Subject;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Receives payments from the disbursement service that were refused, returned or taken out of a
 * file; no one is notified of the others.
 */
@ApplicationScoped
class PaymentConsumer implements EventSubscriber {

    private final EventIntake intake;
    private final QueueNotifications notifications;

    PaymentConsumer(EventIntake intake, QueueNotifications notifications) {
        this.intake = intake;
        this.notifications = notifications;
    }

    @Incoming("payment-in")
    @Blocking(ordered = true)
    void consume(ConsumerRecords<String, byte[]> records) {
        intake.accept(records);
    }

    @Override
    public String topic() {
        return EventCatalogue.PAYMENT_REJECTED.topic();
    }

    @Override
    public List<Subscription<?>> subscriptions() {
        return List.of(
                Subscription.batch(EventCatalogue.PAYMENT_REJECTED, this::rejected),
                Subscription.batch(EventCatalogue.PAYMENT_RETURNED, this::returned),
                Subscription.batch(EventCatalogue.PAYMENT_TAKEN_OUT, this::takenOut));
    }

    @Override
    public Set<EventType<?>> ignoredTypes() {
        return Set.of(
                EventCatalogue.ENTITLEMENT_CALCULATED,
                EventCatalogue.PAYMENT_HELD,
                EventCatalogue.PAYMENT_RELEASED,
                EventCatalogue.PAYMENT_FORFEITED,
                EventCatalogue.PAYMENT_SENT,
                EventCatalogue.PAYMENT_CREDITED,
                EventCatalogue.PAYMENT_OUTCOME_UNKNOWN,
                EventCatalogue.WITHDRAWAL_REPORTED);
    }

    private void rejected(List<ReceivedEvent<PaymentRejected>> events) {
        notify(
                events.stream()
                        .map(
                                event ->
                                        subject(
                                                event,
                                                "PaymentRejected",
                                                event.payload().paymentId(),
                                                event.payload().kpmId(),
                                                event.payload().cycleCode(),
                                                event.payload().recordedAt()))
                        .toList());
    }

    private void returned(List<ReceivedEvent<PaymentReturned>> events) {
        notify(
                events.stream()
                        .map(
                                event ->
                                        subject(
                                                event,
                                                "PaymentReturned",
                                                event.payload().paymentId(),
                                                event.payload().kpmId(),
                                                event.payload().cycleCode(),
                                                event.payload().recordedAt()))
                        .toList());
    }

    private void takenOut(List<ReceivedEvent<PaymentTakenOut>> events) {
        notify(
                events.stream()
                        .map(
                                event ->
                                        subject(
                                                event,
                                                "PaymentTakenOut",
                                                event.payload().paymentId(),
                                                event.payload().kpmId(),
                                                event.payload().cycleCode(),
                                                event.payload().recordedAt()))
                        .toList());
    }

    private void notify(List<Subject> subjects) {
        notifications
                .handle(subjects)
                .ifPresent(
                        unknown -> {
                            throw new PermanentFailure(
                                    "KPM_UNKNOWN",
                                    "no family " + unknown.kpmId() + " in the registry");
                        });
    }

    private static Subject subject(
            ReceivedEvent<?> event,
            String name,
            UUID paymentId,
            UUID kpmId,
            String cycle,
            Instant recordedAt) {
        return Subject.ofFamily(
                        event.meta().id(),
                        event.meta().sequence(),
                        name,
                        paymentId,
                        kpmId,
                        BusinessDates.on(recordedAt))
                .withVariables(Map.of("cycle", cycle));
    }
}
