package id.pkh.verification.quarter;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.platform.jobs.Job;
import id.pkh.platform.jobs.JobOrder;
import id.pkh.platform.jobs.Jobs;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Refused;
import id.pkh.verification.compliance.CommitmentRules;
import id.pkh.verification.retention.FactRetention;
import id.pkh.verification.signal.domain.VerificationPeriod;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Closes a quarter that is over: commitments without evidence count as not verified, and every
 * family in the area is assessed.
 */
@ApplicationScoped
public class CloseQuarter {

    static final String WHOLE_COUNTRY = "*";

    private final QuarterClosings closings;
    private final CommitmentRules rules;
    private final FactRetention retention;
    private final Jobs jobs;
    private final Clock clock;

    CloseQuarter(
            QuarterClosings closings,
            CommitmentRules rules,
            FactRetention retention,
            Jobs jobs,
            Clock clock) {
        this.closings = closings;
        this.rules = rules;
        this.retention = retention;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** A closing, and whether it was requested before. */
    public record Planned(QuarterClosing closing, boolean isKnown) {}

    /** Plans the closing with its job, which has its id; or finds the one there is. */
    @Transactional
    public Planned handle(
            VerificationPeriod quarter,
            String areaCode,
            String requestedBy,
            ClosingReason reason,
            AreaScope areas) {
        areas.require(areaCode);
        Instant now = clock.instant();
        if (!quarter.isOverOn(BusinessDates.on(now))) {
            throw Refused.because("QUARTER_NOT_OVER")
                    .with("quarter", quarter.text())
                    .with("last_day", quarter.lastDay().toString());
        }
        if (rules.all().inForceFor(quarter).isEmpty()) {
            throw Refused.because("QUARTER_WITHOUT_POLICY").with("quarter", quarter.text());
        }
        retention.require(quarter);
        closings.lock(quarter, areaCode);
        return closings.find(quarter, areaCode)
                .map(this::resumed)
                .orElseGet(
                        () ->
                                new Planned(
                                        plan(quarter, areaCode, requestedBy, reason, now), false));
    }

    /** A closing that was asked for before; it is resumed when it has failed. */
    private Planned resumed(QuarterClosing known) {
        Job job = jobs.find(known.closingId()).orElseThrow();
        if (job.status() == Job.Status.STOPPED) {
            throw Refused.because("CLOSING_STOPPED").with("closing_id", known.closingId());
        }
        if (job.status() == Job.Status.FAILED) {
            jobs.resume(job.jobId());
        }
        return new Planned(known, true);
    }

    private QuarterClosing plan(
            VerificationPeriod quarter,
            String areaCode,
            String requestedBy,
            ClosingReason reason,
            Instant now) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        QuarterClosing closing =
                new QuarterClosing(id, quarter, areaCode, requestedBy, reason, now);
        jobs.plan(
                id,
                new JobOrder(
                        AssessQuarter.KIND,
                        quarter.text() + " " + areaCode,
                        "",
                        closings.countFamilies(scopeOf(areaCode)),
                        requestedBy));
        closings.add(closing);
        return closing;
    }

    static AreaScope scopeOf(String areaCode) {
        return AreaScope.of(List.of(areaCode));
    }
}
