package id.pkh.registry.duplicate;

import id.pkh.platform.web.BusinessDates;
import id.pkh.registry.duplicate.DuplicatePairs.Decision;
import id.pkh.registry.duplicate.DuplicatePairs.PairRow;
import id.pkh.registry.duplicate.domain.FamilyPair;
import id.pkh.registry.duplicate.domain.PairState;
import id.pkh.registry.duplicate.domain.Suspicion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares families with all others and keeps the queue of pairs. It only adds to what people look
 * at, and takes from it what is not alike any more; it never decides.
 */
@ApplicationScoped
class CompareFamilies {

    private static final String SYSTEM = "system";

    private final FindAlike findAlike;
    private final DuplicatePairs pairs;
    private final Clock clock;

    CompareFamilies(FindAlike findAlike, DuplicatePairs pairs, Clock clock) {
        this.findAlike = findAlike;
        this.pairs = pairs;
        this.clock = clock;
    }

    @Transactional
    void handle(Collection<UUID> families) {
        if (families.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        List<Suspicion> found =
                findAlike.of(families, pairs.membersOf(families), BusinessDates.on(now));
        Set<UUID> involved =
                found.stream()
                        .map(Suspicion::pair)
                        .flatMap(pair -> Stream.of(pair.first(), pair.second()))
                        .collect(Collectors.toSet());
        Map<FamilyPair, PairRow> onRecord =
                pairs.lockOf(families, involved).stream()
                        .collect(Collectors.toMap(PairRow::pair, Function.identity()));
        for (Suspicion suspicion : found) {
            Optional.ofNullable(onRecord.remove(suspicion.pair()))
                    .ifPresentOrElse(
                            row -> again(row, suspicion, now),
                            () -> pairs.insert(suspicion, SYSTEM, now));
        }
        onRecord.values().forEach(row -> notAlike(row, now));
    }

    private void again(PairRow row, Suspicion suspicion, Instant now) {
        boolean factsChanged = !row.facts().equals(suspicion.facts());
        PairState next = row.state().compared(true, factsChanged);
        boolean isOther = factsChanged || next != row.state() || row.points() != suspicion.points();
        if (next == PairState.OPEN && isOther) {
            pairs.compared(row, suspicion, next, SYSTEM, now);
        }
    }

    private void notAlike(PairRow row, Instant now) {
        PairState next = row.state().compared(false, true);
        if (next != row.state()) {
            pairs.decide(row, Decision.none(next), SYSTEM, now);
        }
    }
}
