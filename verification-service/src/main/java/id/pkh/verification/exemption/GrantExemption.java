package id.pkh.verification.exemption;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.platform.jobs.JobOrder;
import id.pkh.platform.jobs.Jobs;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Refused;
import id.pkh.verification.exemption.domain.ExemptSpan;
import id.pkh.verification.kpm.Kpms;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An officer records that months do not count for a scope; the families in it are re-evaluated
 * afterwards.
 */
@ApplicationScoped
public class GrantExemption {

    /**
     * The exemption that the officer requests.
     *
     * @param from first day
     * @param until last day
     */
    public record Command(
            ExemptionScope scope,
            String scopeCode,
            LocalDate from,
            LocalDate until,
            String reasonCode,
            String legalBasis,
            String note,
            String recordedBy,
            AreaScope areas) {}

    private final Exemptions exemptions;
    private final Kpms kpms;
    private final Jobs jobs;
    private final Clock clock;

    GrantExemption(Exemptions exemptions, Kpms kpms, Jobs jobs, Clock clock) {
        this.exemptions = exemptions;
        this.kpms = kpms;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Records it and plans the job, which has the id of the exemption. */
    @Transactional
    public Exemption handle(Command command) {
        requireScope(command);
        Instant now = clock.instant();
        if (!exemptions.isReasonFor(command.reasonCode(), command.scope(), BusinessDates.on(now))) {
            throw Refused.because("EXEMPTION_REASON_UNKNOWN")
                    .with("reason_code", command.reasonCode())
                    .with("scope", command.scope().name());
        }
        Exemption exemption =
                new Exemption(
                        UuidCreator.getTimeOrderedEpoch(),
                        command.scope(),
                        command.scopeCode(),
                        List.of(command.areas().likePatterns()),
                        span(command),
                        command.reasonCode(),
                        command.legalBasis(),
                        command.note(),
                        command.recordedBy(),
                        BusinessDates.on(now),
                        now);
        exemptions.add(exemption);
        jobs.plan(exemption.exemptionId(), reEvaluation(exemption));
        return exemption;
    }

    /** Two exemptions of the same scope are two jobs. */
    private JobOrder reEvaluation(Exemption exemption) {
        return new JobOrder(
                ApplyExemption.KIND,
                "%s %s, exemption %s"
                        .formatted(
                                exemption.scope(), exemption.scopeCode(), exemption.exemptionId()),
                "",
                exemptions.countCandidates(exemption),
                exemption.recordedBy());
    }

    private void requireScope(Command command) {
        if (command.scope() == ExemptionScope.AREA) {
            if (!AreaScope.isAreaCode(command.scopeCode())) {
                throw Refused.because("AREA_CODE_INVALID").with("area_code", command.scopeCode());
            }
            command.areas().require(command.scopeCode());
        } else if (command.scope() == ExemptionScope.KPM) {
            command.areas()
                    .require(
                            id(command.scopeCode())
                                    .flatMap(kpms::villageOf)
                                    .orElseThrow(() -> Refused.because("NOT_FOUND")));
        } else if (command.areas().equals(AreaScope.nowhere())) {
            throw Refused.because("NOT_FOUND"); // it would reach no family
        }
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private static ExemptSpan span(Command command) {
        try {
            return new ExemptSpan(command.from(), command.until());
        } catch (IllegalArgumentException impossible) {
            throw Refused.because("EXEMPTION_SPAN_INVALID", impossible)
                    .with("max_months", ExemptSpan.MAX_MONTHS);
        }
    }
}
