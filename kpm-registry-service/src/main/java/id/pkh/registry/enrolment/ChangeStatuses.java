package id.pkh.registry.enrolment;

import id.pkh.platform.web.Refused;
import id.pkh.registry.enrolment.ChangeStatusesRequest.Item;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;

/**
 * Records decisions of the ministry on many families. Each is decided by itself, as a single
 * decision is, so that one that is refused does not hold up the others.
 */
@ApplicationScoped
class ChangeStatuses {

    static final int MAX_FAMILIES = 1_000;
    static final String DECIDED = "DECIDED";

    private final ChangeStatus changeStatus;

    ChangeStatuses(ChangeStatus changeStatus) {
        this.changeStatus = changeStatus;
    }

    List<ChangeStatusesView.Outcome> handle(List<Item> items) {
        if (items == null
                || items.isEmpty()
                || items.size() > MAX_FAMILIES
                || items.stream().anyMatch(Objects::isNull)
                || items.stream().map(Item::kpmId).distinct().count() < items.size()
                || items.stream().map(Item::kpmId).anyMatch(Objects::isNull)) {
            throw Refused.because("FAMILY_IDS_INVALID").with("max_families", MAX_FAMILIES);
        }
        return items.stream()
                .map(item -> new ChangeStatusesView.Outcome(item.kpmId(), outcomeOf(item)))
                .toList();
    }

    private String outcomeOf(Item item) {
        try {
            QuarkusTransaction.requiringNew()
                    .run(
                            () ->
                                    changeStatus.handle(
                                            item.kpmId(),
                                            AsRead.of(item.decision().version()),
                                            item.decision()));
            return DECIDED;
        } catch (Refused refused) {
            return refused.code();
        }
    }
}
