package id.pkh.registry.visit;

import id.pkh.platform.persistence.Conditions;
import id.pkh.registry.visit.domain.VisitCodes.Finding;
import id.pkh.registry.visit.domain.VisitCodes.Purpose;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Whose home a visit was at, for features that name visits. */
@ApplicationScoped
public class VisitedFamilies {

    private final HomeVisits visits;

    VisitedFamilies(HomeVisits visits) {
        this.visits = visits;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public boolean isOf(UUID visit, UUID family) {
        return !visits.list(
                        new Conditions().and("v.visit_id = ? AND v.kpm_id = ?", visit, family), 1)
                .isEmpty();
    }

    /** The day of a visit that traced a candidate and met somebody, unless it was superseded. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<LocalDate> tracedOn(UUID visit, UUID family) {
        return visits
                .list(
                        new Conditions()
                                .and("v.visit_id = ? AND v.kpm_id = ?", visit, family)
                                .and("v.purpose = ?", Purpose.INITIAL_TRACING)
                                .and("s.visit_id IS NULL")
                                .and("? <> ALL (v.findings)", Finding.NOBODY_MET),
                        1)
                .stream()
                .findFirst()
                .map(HomeVisits.VisitRow::visitedOn);
    }
}
