package id.pkh.disbursement.finding;

import id.pkh.disbursement.finding.BatchFindings.Summary;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Whoever approves a batch acknowledges its findings by their number and hash, so that no one
 * acknowledges what they have not seen.
 */
@ApplicationScoped
public class AcknowledgeFindings {

    private final BatchFindings findings;
    private final Clock clock;

    AcknowledgeFindings(BatchFindings findings, Clock clock) {
        this.findings = findings;
        this.clock = clock;
    }

    /**
     * Called in the transaction that approves the batch, which is locked. The findings are made
     * again; they stay for the person who reads them next, also after a refusal.
     *
     * @param seen the number of findings that the person has seen; null for none
     * @param sha256 their hash; null for none
     * @return the refusal when the person has seen others
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Refused> handle(UUID batchId, Long seen, String sha256, String person) {
        Instant now = clock.instant();
        Summary present = findings.make(batchId, now);
        boolean acknowledged =
                present.findings() == 0
                        ? seen == null || seen == 0
                        : Objects.equals(seen, present.findings())
                                && present.sha256().equals(sha256);
        if (!acknowledged) {
            return Optional.of(
                    Refused.because("BATCH_FINDINGS_NOT_ACKNOWLEDGED")
                            .with("findings", present.findings())
                            .with("findings_sha256", present.sha256()));
        }
        findings.acknowledge(batchId, present, person, now);
        return Optional.empty();
    }
}
