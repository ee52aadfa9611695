package id.pkh.disbursement.batch;

import id.pkh.disbursement.batch.PreparationRuns.Run;
import id.pkh.disbursement.cycle.Cycles;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Shows the preparation of a cycle to callers whose areas contain every family that is paid. */
@ApplicationScoped
public class ShowPreparation {

    private final Cycles cycles;
    private final PreparationRuns runs;
    private final Candidates candidates;

    ShowPreparation(Cycles cycles, PreparationRuns runs, Candidates candidates) {
        this.cycles = cycles;
        this.runs = runs;
        this.candidates = candidates;
    }

    @Transactional
    public Run latest(String cycleCode, AreaScope areas) {
        UUID cycleId =
                cycles.byCode(cycleCode).orElseThrow(() -> Refused.because("NOT_FOUND")).cycleId();
        if (!candidates.areWithin(cycleId, areas)) {
            throw Refused.because("AREAS_DO_NOT_COVER_PAYMENTS");
        }
        return runs.latest(cycleId).orElseThrow(() -> Refused.because("NOT_FOUND"));
    }
}
