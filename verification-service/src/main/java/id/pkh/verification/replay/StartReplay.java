package id.pkh.verification.replay;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.platform.jobs.JobOrder;
import id.pkh.platform.jobs.Jobs;
import id.pkh.platform.policies.PolicyStatus;
import id.pkh.platform.policies.PolicyVersion;
import id.pkh.platform.policies.PolicyVersions;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Refused;
import id.pkh.verification.policy.DraftPolicies;
import id.pkh.verification.quarter.QuarterClosings;
import id.pkh.verification.replay.domain.ReplayRange;
import id.pkh.verification.retention.FactRetention;
import id.pkh.verification.signal.domain.VerificationPeriod;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** A person of the ministry asks what a version would have changed. */
@ApplicationScoped
public class StartReplay {

    private final PolicyVersions versions;
    private final DraftPolicies drafts;
    private final Replays replays;
    private final QuarterClosings closings;
    private final FactRetention retention;
    private final Jobs jobs;
    private final Clock clock;

    StartReplay(
            PolicyVersions versions,
            DraftPolicies drafts,
            Replays replays,
            QuarterClosings closings,
            FactRetention retention,
            Jobs jobs,
            Clock clock) {
        this.versions = versions;
        this.drafts = drafts;
        this.replays = replays;
        this.closings = closings;
        this.retention = retention;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * What to replay.
     *
     * @param areaCode null for the whole country
     */
    public record Command(
            UUID versionId,
            VerificationPeriod first,
            VerificationPeriod last,
            String areaCode,
            String requestedBy) {}

    /** The replay, or the unfinished one of the same version, quarters and area. */
    @Transactional
    public PolicyReplay handle(Command command) {
        PolicyVersion version =
                versions.find(command.versionId()).orElseThrow(() -> Refused.because("NOT_FOUND"));
        requireReplayable(version);
        ReplayRange range = range(command);
        AreaScope.requested(command.areaCode());
        Instant now = clock.instant();
        if (!range.last().isOverOn(BusinessDates.on(now))) {
            throw Refused.because("QUARTER_NOT_OVER")
                    .with("quarter", range.last().text())
                    .with("last_day", range.last().lastDay().toString());
        }
        retention.require(range.first());
        UUID id = UuidCreator.getTimeOrderedEpoch();
        Jobs.Planned planned = jobs.plan(id, order(command, version, range));
        if (planned.isNew()) {
            replays.add(
                    new PolicyReplay(
                            id,
                            version.versionId(),
                            command.areaCode(),
                            range,
                            0,
                            command.requestedBy(),
                            now));
        }
        return replays.find(planned.job().jobId()).orElseThrow();
    }

    private JobOrder order(Command command, PolicyVersion version, ReplayRange range) {
        return new JobOrder(
                ReplayWork.KIND,
                "%s %s to %s, %s"
                        .formatted(
                                version.versionId(),
                                range.first(),
                                range.last(),
                                command.areaCode() == null ? "all areas" : command.areaCode()),
                "",
                closings.countFamilies(ReplayWork.scopeOf(command.areaCode())),
                command.requestedBy());
    }

    private void requireReplayable(PolicyVersion version) {
        boolean isAlive =
                version.status() == PolicyStatus.WAITING
                        || version.status() == PolicyStatus.APPROVED;
        if (!isAlive || !drafts.canReplay(version)) {
            throw Refused.because("REPLAY_NOT_POSSIBLE")
                    .with("kind", version.kind())
                    .with("status", version.status());
        }
    }

    private static ReplayRange range(Command command) {
        try {
            return new ReplayRange(command.first(), command.last());
        } catch (IllegalArgumentException impossible) {
            throw Refused.because("REPLAY_RANGE_INVALID", impossible)
                    .with("max_quarters", ReplayRange.MAX_QUARTERS);
        }
    }
}
