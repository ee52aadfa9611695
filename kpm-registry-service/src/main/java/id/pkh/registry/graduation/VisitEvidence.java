package id.pkh.registry.graduation;

import id.pkh.platform.web.Refused;
import id.pkh.registry.graduation.domain.GraduationRule.Evidence;
import id.pkh.registry.visit.VisitedFamilies;
import id.pkh.registry.visit.domain.VisitCodes.Finding;
import id.pkh.registry.visit.domain.VisitCodes.Purpose;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** What a visit says for a graduation. */
@ApplicationScoped
class VisitEvidence {

    private final VisitedFamilies visits;

    VisitEvidence(VisitedFamilies visits) {
        this.visits = visits;
    }

    Evidence of(UUID visit, UUID family) {
        VisitedFamilies.Found found =
                visits.of(visit, family)
                        .orElseThrow(() -> Refused.because("VISIT_OF_ANOTHER_FAMILY"));
        return new Evidence(
                found.visitedOn(),
                found.purpose() == Purpose.GRADUATION
                        && !found.isSuperseded()
                        && !found.findings().contains(Finding.NOBODY_MET),
                found.findings().contains(Finding.INCOME_IMPROVED));
    }
}
