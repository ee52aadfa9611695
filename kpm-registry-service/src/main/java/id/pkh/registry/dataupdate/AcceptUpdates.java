package id.pkh.registry.dataupdate;

import id.pkh.platform.web.Refused;
import id.pkh.registry.dataupdate.DataUpdateRequests.Read;
import id.pkh.registry.dataupdate.DataUpdateView.OutcomeItem;
import id.pkh.registry.dataupdate.domain.UpdateState;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Accepts a list that was read. Each update is accepted or left as it is, by itself. */
@ApplicationScoped
class AcceptUpdates {

    private final AcceptUpdate acceptUpdate;

    AcceptUpdates(AcceptUpdate acceptUpdate) {
        this.acceptUpdate = acceptUpdate;
    }

    List<OutcomeItem> handle(List<Read> updates) {
        if (updates.stream().map(Read::updateId).distinct().count() < updates.size()) {
            throw Refused.because("UPDATE_IDS_INVALID")
                    .with("max_updates", DataUpdateRequests.MAX_UPDATES);
        }
        return updates.stream()
                .map(update -> new OutcomeItem(update.updateId(), outcomeOf(update)))
                .toList();
    }

    private String outcomeOf(Read update) {
        try {
            QuarkusTransaction.requiringNew()
                    .run(
                            () ->
                                    acceptUpdate.handle(
                                            update.updateId(),
                                            new AcceptUpdate.Acceptance(
                                                    update.revision(), null, List.of(), null)));
            return UpdateState.ACCEPTED.name();
        } catch (Refused refused) {
            return refused.code();
        }
    }
}
