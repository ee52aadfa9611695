package id.pkh.registry.initial;

import id.pkh.platform.web.Refused;
import id.pkh.registry.initial.InitialRequests.DeliveryEntry;
import id.pkh.registry.initial.InitialViews.OutcomeItem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Records the letters of many candidates, each by itself. */
@ApplicationScoped
class DeliverInvitations {

    static final String DELIVERED = "DELIVERED";

    private final DeliverInvitation deliverInvitation;

    DeliverInvitations(DeliverInvitation deliverInvitation) {
        this.deliverInvitation = deliverInvitation;
    }

    List<OutcomeItem> handle(UUID meeting, List<DeliveryEntry> deliveries) {
        if (deliveries.stream().map(DeliveryEntry::kpmId).distinct().count() < deliveries.size()) {
            throw Refused.because("INITIAL_CANDIDATES_INVALID")
                    .with("max_candidates", InitialRequests.MAX_DELIVERIES);
        }
        return deliveries.stream()
                .map(delivery -> new OutcomeItem(delivery.kpmId(), outcomeOf(meeting, delivery)))
                .toList();
    }

    private String outcomeOf(UUID meeting, DeliveryEntry delivery) {
        try {
            QuarkusTransaction.requiringNew()
                    .run(() -> deliverInvitation.handle(meeting, delivery));
            return DELIVERED;
        } catch (Refused refused) {
            return refused.code();
        }
    }
}
