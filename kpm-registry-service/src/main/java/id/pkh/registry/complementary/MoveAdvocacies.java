package id.pkh.registry.complementary;

import id.pkh.platform.web.Refused;
import id.pkh.registry.complementary.ComplementaryRequests.Read;
import id.pkh.registry.complementary.ComplementaryViews.OutcomeItem;
import id.pkh.registry.complementary.MoveAdvocacy.Move;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Brings a list that was read to the next state; each advocacy by itself, or it stays as it is. */
@ApplicationScoped
class MoveAdvocacies {

    private final MoveAdvocacy moveAdvocacy;

    MoveAdvocacies(MoveAdvocacy moveAdvocacy) {
        this.moveAdvocacy = moveAdvocacy;
    }

    List<OutcomeItem> handle(List<Read> advocacies, Move move) {
        if (advocacies.stream().map(Read::advocacyId).distinct().count() < advocacies.size()) {
            throw Refused.because("ADVOCACY_IDS_INVALID")
                    .with("max_advocacies", ComplementaryRequests.MAX_ADVOCACIES);
        }
        return advocacies.stream()
                .map(read -> new OutcomeItem(read.advocacyId(), outcomeOf(read, move)))
                .toList();
    }

    private String outcomeOf(Read read, Move move) {
        try {
            QuarkusTransaction.requiringNew()
                    .run(() -> moveAdvocacy.handle(read.advocacyId(), read.version(), move));
            return move.next().name();
        } catch (Refused refused) {
            return refused.code();
        }
    }
}
