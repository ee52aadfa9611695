package id.pkh.benchmarks;

import id.pkh.client.PkhClient;
import id.pkh.client.platform.model.PolicyVersion;
import id.pkh.client.verification.PolicyReplaysApi;
import id.pkh.client.verification.PolicyVersionsApi;
import id.pkh.client.verification.model.CommitmentEntry;
import id.pkh.client.verification.model.CommitmentPolicyEntry;
import id.pkh.client.verification.model.EvidenceKind;
import id.pkh.client.verification.model.PolicyReplay;
import id.pkh.client.verification.model.PolicyReplayRequest;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;

/** A draft of the commitments that asks schools for more than the policy in force. */
final class ReplayOfDraft {

    private static final int MINIMUM_PERCENT = 90;

    private ReplayOfDraft() {}

    /** Enters the draft, replays it over the country, and returns when that is done. */
    static void run(PkhClient officer) {
        PolicyVersion draft =
                officer.call(
                        PolicyVersionsApi::new,
                        versions -> versions.enterCommitmentPolicy(draft()));
        PolicyReplay replay =
                officer.call(
                        PolicyReplaysApi::new,
                        replays ->
                                replays.startPolicyReplay(
                                        draft.getVersionId(),
                                        new PolicyReplayRequest()
                                                .firstQuarter(ReplayTables.QUARTERS.get(0))
                                                .lastQuarter(ReplayTables.QUARTERS.get(3))));
        CountryBenchmark.await(
                () ->
                        officer.call(
                                        PolicyReplaysApi::new,
                                        replays -> replays.getPolicyReplay(replay.getReplayId()))
                                .getState()
                                .getValue());
    }

    private static CommitmentPolicyEntry draft() {
        return new CommitmentPolicyEntry()
                .policyCode("DRAFT-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase())
                .validFrom(LocalDate.of(2031, 1, 1))
                .legalBasis("benchmark")
                .commitments(
                        Stream.concat(
                                        Stream.of("SD", "SMP", "SMA").map(ReplayOfDraft::school),
                                        Stream.of(
                                                health("PREGNANT_POSTPARTUM", 3, 0, null),
                                                health("EARLY_CHILD", 1, 0, 59),
                                                health("EARLY_CHILD", 6, 60, null),
                                                health("SEVERE_DISABILITY", 12, 0, null),
                                                health("ELDERLY", 12, 0, null)))
                                .toList());
    }

    private static CommitmentEntry school(String component) {
        return new CommitmentEntry()
                .component(component)
                .evidence(EvidenceKind.SCHOOL)
                .minimumPercent(MINIMUM_PERCENT)
                .windowMonths(1)
                .ageFromMonths(0)
                .countsExcused(false);
    }

    private static CommitmentEntry health(
            String component, int windowMonths, int ageFrom, Integer ageUntil) {
        return new CommitmentEntry()
                .component(component)
                .evidence(EvidenceKind.HEALTH)
                .minimumVisits(1)
                .windowMonths(windowMonths)
                .ageFromMonths(ageFrom)
                .ageUntilMonths(ageUntil)
                .countsExcused(false);
    }
}
