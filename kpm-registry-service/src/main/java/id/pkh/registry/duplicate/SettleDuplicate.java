package id.pkh.registry.duplicate;

import id.pkh.registry.duplicate.DuplicatePairs.Decision;
import id.pkh.registry.duplicate.DuplicatePairs.PairRow;
import id.pkh.registry.duplicate.domain.FamilyPair;
import id.pkh.registry.duplicate.domain.PairState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What a merge of two families means for their pair, if they are one. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class SettleDuplicate {

    private final DuplicatePairs pairs;

    SettleDuplicate(DuplicatePairs pairs) {
        this.pairs = pairs;
    }

    /** Whether a named person has found that they are not the same. */
    public boolean isNotTheSame(UUID one, UUID other) {
        return pair(one, other).filter(row -> row.state() == PairState.NOT_THE_SAME).isPresent();
    }

    public void merged(UUID one, UUID other, String by, Instant now) {
        pair(one, other)
                .filter(row -> row.state().canBeMerged())
                .ifPresent(row -> pairs.decide(row, Decision.none(PairState.MERGED), by, now));
    }

    public void unmerged(UUID one, UUID other, String by, Instant now) {
        pair(one, other)
                .filter(row -> row.state() == PairState.MERGED)
                .ifPresent(row -> pairs.decide(row, Decision.none(PairState.OPEN), by, now));
    }

    private Optional<PairRow> pair(UUID one, UUID other) {
        return pairs.lock(FamilyPair.of(one, other));
    }
}
