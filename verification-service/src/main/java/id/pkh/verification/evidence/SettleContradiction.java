package id.pkh.verification.evidence;

import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.Refused;
import id.pkh.verification.compliance.domain.EvidenceLine;
import id.pkh.verification.evidence.Contradictions.Contradiction;
import id.pkh.verification.evidence.Contradictions.Settlement;
import id.pkh.verification.kpm.Kpms;
import id.pkh.verification.quarter.ReassessQuarters;
import id.pkh.verification.sanction.SanctionHistories;
import id.pkh.verification.sanction.WithdrawalReason;
import id.pkh.verification.signal.ReassessmentRequest;
import id.pkh.verification.signal.domain.VerificationPeriod;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * A person who sent none of the lines decides which of them counts. Another settlement undoes this
 * one. When the lines change, the contradiction ends, and the settlement with it.
 */
@ApplicationScoped
public class SettleContradiction {

    /**
     * @param formId form of the line that counts; null to leave it to the policy again
     */
    public record Command(
            UUID contradictionId, UUID formId, String reason, String by, AreaScope areas) {}

    private final Contradictions contradictions;
    private final SanctionHistories histories;
    private final ReassessQuarters reassess;
    private final Kpms kpms;
    private final Clock clock;

    SettleContradiction(
            Contradictions contradictions,
            SanctionHistories histories,
            ReassessQuarters reassess,
            Kpms kpms,
            Clock clock) {
        this.contradictions = contradictions;
        this.histories = histories;
        this.reassess = reassess;
        this.kpms = kpms;
        this.clock = clock;
    }

    @Transactional
    public void handle(Command command) {
        UUID kpmId = find(command.contradictionId()).kpmId();
        command.areas().require(kpms.villageOf(kpmId).orElse(null));
        histories.lock(List.of(kpmId));
        Contradiction contradiction = find(command.contradictionId());
        if (contradiction.isEnded()) {
            throw Refused.because("CONTRADICTION_ENDED").with("ended_at", contradiction.endedAt());
        }
        VerificationPeriod quarter = VerificationPeriod.quarterOf(contradiction.month());
        List<EvidenceLine> lines = linesOf(contradiction, quarter);
        if (lines.stream().anyMatch(line -> line.sentBy().equals(command.by()))) {
            throw Refused.because("SETTLED_BY_SENDER");
        }
        contradictions.settle(
                new Settlement(
                        contradiction.contradictionId(),
                        contradictions.latestSettlement(contradiction.contradictionId()) + 1,
                        command.formId() == null ? null : chosen(lines, command.formId()),
                        command.reason(),
                        command.by(),
                        clock.instant()));
        reassess.dependingOn(
                ReassessmentRequest.at(List.of(kpmId)),
                quarter,
                quarter,
                WithdrawalReason.CORRECTED_FACT);
    }

    private Contradiction find(UUID contradictionId) {
        return contradictions.find(contradictionId).orElseThrow(() -> Refused.because("NOT_FOUND"));
    }

    private List<EvidenceLine> linesOf(Contradiction contradiction, VerificationPeriod quarter) {
        return contradictions
                .standing(contradiction.kind(), quarter, List.of(contradiction.memberId()))
                .stream()
                .filter(line -> line.month().equals(contradiction.month()))
                .filter(line -> line.comparedAt().equals(contradiction.comparedAt()))
                .toList();
    }

    private static EvidenceLine.Source chosen(List<EvidenceLine> lines, UUID formId) {
        return lines.stream()
                .filter(line -> line.formId().equals(formId))
                .findFirst()
                .map(EvidenceLine::source)
                .orElseThrow(
                        () -> Refused.because("LINE_NOT_OF_CONTRADICTION").with("form_id", formId));
    }
}
