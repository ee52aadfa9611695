package id.pkh.disbursement.batch;

import id.pkh.disbursement.batch.Candidates.Candidate;
import id.pkh.disbursement.batch.PreparationRuns.Run;
import id.pkh.disbursement.batch.domain.Payee;
import id.pkh.disbursement.config.DisbursementConfig;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One chunk of a preparation. The registry is called between two transactions, never inside one.
 * The second transaction writes nothing if the run has moved since the first.
 */
@ApplicationScoped
class PrepareChunk {

    private final PreparationRuns runs;
    private final Candidates candidates;
    private final PayeeDirectory directory;
    private final PreparationRows rows;
    private final MakeFindings makeFindings;
    private final DisbursementConfig config;

    PrepareChunk(
            PreparationRuns runs,
            Candidates candidates,
            PayeeDirectory directory,
            PreparationRows rows,
            MakeFindings makeFindings,
            DisbursementConfig config) {
        this.runs = runs;
        this.candidates = candidates;
        this.directory = directory;
        this.rows = rows;
        this.makeFindings = makeFindings;
        this.config = config;
    }

    /** Returns whether there may be more. */
    boolean next(UUID runId, UUID owner, String bearerToken) {
        Seen seen = QuarkusTransaction.requiringNew().call(() -> look(runId));
        if (seen.candidates().isEmpty()) {
            QuarkusTransaction.requiringNew().run(() -> rows.complete(runId, owner));
            makeFindings.handle(seen.run(), owner);
            QuarkusTransaction.requiringNew().run(() -> rows.finish(runId, owner));
            return false;
        }
        Map<UUID, Payee> payees =
                directory.payeesOf(
                        seen.candidates().stream().map(Candidate::kpmId).distinct().toList(),
                        bearerToken,
                        "payment batches, preparation " + runId);
        return QuarkusTransaction.requiringNew()
                .call(() -> rows.write(seen.run(), owner, seen.candidates(), payees));
    }

    private Seen look(UUID runId) {
        Run run = runs.byId(runId).orElseThrow();
        return new Seen(run, candidates.after(run, config.bank().chunkFamilies()));
    }

    private record Seen(Run run, List<Candidate> candidates) {}
}
