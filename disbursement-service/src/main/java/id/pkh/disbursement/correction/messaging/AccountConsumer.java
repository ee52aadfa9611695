package id.pkh.disbursement.correction.messaging;

import id.pkh.contracts.EventType;
import id.pkh.contracts.catalogue.EventCatalogue;
import id.pkh.contracts.registry.AccountConfirmed;
import id.pkh.disbursement.correction.ConfirmedAccount;
import id.pkh.disbursement.correction.RecordConfirmedAccounts;
import id.pkh.platform.messaging.envelope.ReceivedEvent;
import id.pkh.platform.messaging.intake.EventIntake;
import id.pkh.platform.messaging.subscription.EventSubscriber;
import id.pkh.platform.messaging.subscription.Subscription;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Receives from the registry that a second person has confirmed an account. A change that nobody
 * has confirmed corrects nothing, and the states of families have the rest.
 */
@ApplicationScoped
class AccountConsumer implements EventSubscriber {

    private final EventIntake intake;
    private final RecordConfirmedAccounts recordAccounts;

    AccountConsumer(EventIntake intake, RecordConfirmedAccounts recordAccounts) {
        this.intake = intake;
        this.recordAccounts = recordAccounts;
    }

    @Incoming("kpm-in")
    @Blocking(ordered = true)
    void consume(ConsumerRecords<String, byte[]> records) {
        intake.accept(records);
    }

    @Override
    public String topic() {
        return EventCatalogue.ACCOUNT_CONFIRMED.topic();
    }

    @Override
    public List<Subscription<?>> subscriptions() {
        return List.of(
                Subscription.batch(
                        EventCatalogue.ACCOUNT_CONFIRMED,
                        events ->
                                recordAccounts.handle(
                                        events.stream().map(AccountConsumer::confirmed).toList())));
    }

    /** Every other type of the topic. */
    @Override
    public Set<EventType<?>> ignoredTypes() {
        return EventCatalogue.ALL.stream()
                .filter(type -> type.topic().equals(topic()))
                .filter(type -> !type.equals(EventCatalogue.ACCOUNT_CONFIRMED))
                .collect(Collectors.toSet());
    }

    private static ConfirmedAccount confirmed(ReceivedEvent<AccountConfirmed> event) {
        AccountConfirmed account = event.payload();
        return new ConfirmedAccount(
                account.changeId(), account.kpmId(), account.changeNo(), account.recordedAt());
    }
}
