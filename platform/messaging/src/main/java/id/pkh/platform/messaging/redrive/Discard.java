package id.pkh.platform.messaging.redrive;

import id.pkh.platform.messaging.MessagingConfig;
import id.pkh.platform.messaging.parking.Parking;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;

/** Discards a parked event permanently, with the operator's reason. */
@ApplicationScoped
public class Discard {

    private final ParkedTable table;
    private final Parking parking;
    private final OperatorActions actions;
    private final MessagingConfig config;

    Discard(ParkedTable table, Parking parking, OperatorActions actions, MessagingConfig config) {
        this.table = table;
        this.parking = parking;
        this.actions = actions;
        this.config = config;
    }

    /** False when the event is not parked any more. Events behind it can be redriven then. */
    public boolean discard(long parkedId, String by, String reason) {
        return QuarkusTransaction.requiringNew()
                .timeout((int) config.retry().transactionTimeout().toSeconds())
                .call(
                        () -> {
                            table.keyOf(parkedId).ifPresent(parking::lock);
                            boolean discarded = table.discard(parkedId, by, reason);
                            if (discarded) {
                                actions.recordDiscard(by, parkedId, reason);
                            }
                            return discarded;
                        });
    }
}
