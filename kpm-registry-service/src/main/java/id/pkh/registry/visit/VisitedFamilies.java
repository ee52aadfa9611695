package id.pkh.registry.visit;

import id.pkh.platform.persistence.Conditions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
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
}
