package id.pkh.registry.visit;

import id.pkh.platform.persistence.Conditions;
import id.pkh.registry.visit.HomeVisits.VisitRow;
import id.pkh.registry.visit.domain.VisitCodes.Finding;
import id.pkh.registry.visit.domain.VisitCodes.Purpose;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Whose home a visit was at and what it found, for features that name visits. */
@ApplicationScoped
public class VisitedFamilies {

    private final HomeVisits visits;

    VisitedFamilies(HomeVisits visits) {
        this.visits = visits;
    }

    /** What another feature may know of a visit: nothing of the home, and no remark. */
    public record Found(
            LocalDate visitedOn, Purpose purpose, Set<Finding> findings, boolean isSuperseded) {}

    @Transactional(Transactional.TxType.MANDATORY)
    public boolean isOf(UUID visit, UUID family) {
        return of(visit, family).isPresent();
    }

    /** Empty if the visit was not at the home of this family. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Found> of(UUID visit, UUID family) {
        return visits
                .list(new Conditions().and("v.visit_id = ? AND v.kpm_id = ?", visit, family), 1)
                .stream()
                .findFirst()
                .map(VisitedFamilies::found);
    }

    private static Found found(VisitRow row) {
        return new Found(
                row.visitedOn(),
                row.purpose(),
                Arrays.stream(row.findings().split(","))
                        .map(Finding::valueOf)
                        .collect(Collectors.toUnmodifiableSet()),
                row.supersededBy() != null);
    }

    /** The day of a visit that traced a candidate and met somebody, unless it was superseded. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<LocalDate> tracedOn(UUID visit, UUID family) {
        return of(visit, family)
                .filter(found -> found.purpose() == Purpose.INITIAL_TRACING)
                .filter(found -> !found.isSuperseded())
                .filter(found -> !found.findings().contains(Finding.NOBODY_MET))
                .map(Found::visitedOn);
    }
}
