package id.pkh.disbursement.support;

import id.pkh.contracts.registry.AccountConfirmed;
import id.pkh.contracts.registry.FamilyMember;
import id.pkh.contracts.registry.KpmState;
import id.pkh.contracts.verification.DecisionStayEnded;
import id.pkh.contracts.verification.DecisionStayed;
import id.pkh.contracts.verification.DecisionTookEffect;
import id.pkh.contracts.verification.ExitDecided;
import id.pkh.contracts.verification.ExitLifted;
import id.pkh.contracts.verification.MembershipReinstated;
import id.pkh.contracts.verification.ReminderIssued;
import id.pkh.contracts.verification.SuspensionDecided;
import id.pkh.contracts.verification.SuspensionLifted;
import id.pkh.contracts.verification.SuspensionWarningIssued;
import id.pkh.contracts.verification.SuspensionWarningWithdrawn;
import id.pkh.contracts.verification.TerminationDecided;
import id.pkh.contracts.verification.TerminationLifted;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

/** Builds events as the registry and the verification service publish them. */
public final class FactEvents {

    public static final String VILLAGE = "17.71.08.1001";
    public static final String OTHER_VILLAGE = "17.71.08.1002";

    private static final LocalDate DAY = LocalDate.parse("2026-03-15");
    private static final Instant MOMENT = Instant.parse("2026-03-15T03:00:00Z");

    private FactEvents() {}

    public static KpmState family(UUID kpmId, String... components) {
        return familyIn(kpmId, "ACTIVE", VILLAGE, "BRI", components);
    }

    public static KpmState familyIn(
            UUID kpmId, String status, String village, String bank, String... components) {
        List<FamilyMember> members =
                java.util.stream.IntStream.range(0, components.length)
                        .mapToObj(
                                i ->
                                        member(
                                                new UUID(kpmId.getMostSignificantBits(), i),
                                                components[i],
                                                LocalDate.parse("2025-07-14")))
                        .toList();
        return familyIn(kpmId, status, village, bank, bank != null, members);
    }

    public static KpmState familyIn(
            UUID kpmId,
            String status,
            String village,
            String bank,
            boolean account,
            List<FamilyMember> members) {
        return new KpmState(
                kpmId,
                status,
                village,
                village + "-01",
                UUID.randomUUID(),
                "0".repeat(64),
                bank,
                account,
                members,
                DAY,
                MOMENT);
    }

    public static FamilyMember member(UUID memberId, String component, LocalDate since) {
        return new FamilyMember(
                memberId, "0".repeat(64), component, YearMonth.parse("2015-01"), null, since, null);
    }

    public static ReminderIssued reminder(UUID kpmId, UUID stepId) {
        return new ReminderIssued(
                stepId,
                kpmId,
                VILLAGE,
                "2026-01",
                "P2K2_ABSENCE",
                1,
                1,
                "FAMILY",
                false,
                List.of("ABSENT_WITHOUT_EXCUSE"),
                List.of("FACILITATOR"),
                "LADDER-2026",
                "Permensos 1/2018 art. 7",
                DAY,
                MOMENT);
    }

    public static SuspensionWarningIssued warning(UUID kpmId, UUID stepId, String cause) {
        return new SuspensionWarningIssued(
                stepId,
                kpmId,
                VILLAGE,
                "2026-02",
                cause,
                2,
                2,
                "FAMILY",
                false,
                List.of("ABSENT_WITHOUT_EXCUSE"),
                List.of("FACILITATOR"),
                "LADDER-2026",
                "Permensos 1/2018 art. 7",
                DAY,
                MOMENT);
    }

    public static SuspensionWarningWithdrawn withdrawal(UUID kpmId, UUID stepId, String cause) {
        return new SuspensionWarningWithdrawn(
                stepId,
                kpmId,
                VILLAGE,
                "2026-02",
                cause,
                2,
                2,
                "FAMILY",
                "CORRECTED_FACT",
                DAY,
                MOMENT);
    }

    public static SuspensionDecided decision(UUID kpmId, UUID decisionId, String effect) {
        return decision(kpmId, decisionId, effect, LocalDate.parse("2026-04-01"));
    }

    public static SuspensionDecided decision(
            UUID kpmId, UUID decisionId, String effect, LocalDate effectiveFrom) {
        return new SuspensionDecided(
                decisionId,
                UUID.randomUUID(),
                kpmId,
                VILLAGE,
                effect.equals("NONE") ? "DISMISS" : "SUSPEND",
                effect,
                "2026-03",
                "GROUP_MEETING_ABSENCE",
                effectiveFrom,
                "officer-1",
                null,
                null,
                DAY,
                MOMENT);
    }

    public static SuspensionLifted lift(UUID kpmId, UUID decisionId, String reason) {
        return new SuspensionLifted(
                decisionId, kpmId, VILLAGE, reason, "system", DAY, MOMENT.plusSeconds(60));
    }

    public static TerminationDecided termination(
            UUID kpmId, UUID decisionId, LocalDate effectiveFrom) {
        return new TerminationDecided(
                decisionId,
                UUID.randomUUID(),
                kpmId,
                VILLAGE,
                "TERMINATE",
                effectiveFrom,
                "officer-1",
                null,
                null,
                DAY,
                MOMENT);
    }

    /**
     * A state as the registry publishes it: the derived status, and the one apart from decisions.
     */
    public static KpmState derived(UUID kpmId, String status, String baseStatus) {
        KpmState state = familyIn(kpmId, status, VILLAGE, "BRI", "SD");
        return new KpmState(
                kpmId,
                status,
                baseStatus,
                state.villageCode(),
                state.groupCode(),
                state.caretakerMemberId(),
                state.caretakerNikToken(),
                state.payingBank(),
                state.accountKnown(),
                state.members(),
                DAY,
                MOMENT);
    }

    public static SuspensionDecided onNotice(UUID kpmId, UUID decisionId, String effect) {
        return new SuspensionDecided(
                decisionId,
                UUID.randomUUID(),
                kpmId,
                VILLAGE,
                "SUSPEND",
                effect,
                "2026-03",
                "GROUP_MEETING_ABSENCE",
                LocalDate.parse("2026-04-01"),
                "officer-1",
                "ON_NOTICE",
                "officer-2",
                DAY,
                MOMENT);
    }

    public static ExitDecided exit(UUID kpmId, UUID decisionId, String exit, String decision) {
        return new ExitDecided(
                decisionId,
                UUID.randomUUID(),
                kpmId,
                VILLAGE,
                exit,
                decision,
                "INCOME_IMPROVED",
                LocalDate.parse("2026-04-01"),
                "ON_NOTICE",
                "officer-2",
                "officer-1",
                DAY,
                MOMENT);
    }

    public static DecisionTookEffect tookEffect(
            UUID kpmId, UUID decisionId, String measure, String effect, String effectiveFrom) {
        return new DecisionTookEffect(
                decisionId,
                kpmId,
                VILLAGE,
                measure,
                effect,
                LocalDate.parse(effectiveFrom),
                "LETTER",
                DAY,
                MOMENT);
    }

    public static DecisionStayed stayed(UUID kpmId, UUID decisionId, UUID appealId) {
        return new DecisionStayed(decisionId, appealId, kpmId, VILLAGE, DAY, MOMENT);
    }

    public static DecisionStayEnded stayEnded(UUID kpmId, UUID decisionId, UUID appealId) {
        return new DecisionStayEnded(decisionId, appealId, kpmId, VILLAGE, DAY, MOMENT);
    }

    public static ExitLifted exitLifted(UUID kpmId, UUID decisionId, String exit, String reason) {
        return new ExitLifted(
                decisionId, kpmId, VILLAGE, exit, reason, "officer-3", DAY, MOMENT.plusSeconds(60));
    }

    public static TerminationLifted terminationLifted(UUID kpmId, UUID decisionId, String reason) {
        return new TerminationLifted(
                decisionId, kpmId, VILLAGE, reason, "officer-3", DAY, MOMENT.plusSeconds(60));
    }

    public static MembershipReinstated reinstated(UUID kpmId, UUID decisionId, String from) {
        return new MembershipReinstated(
                decisionId,
                UUID.randomUUID(),
                kpmId,
                VILLAGE,
                LocalDate.parse(from),
                "RETURNED_TO_AREA",
                "officer-2",
                "officer-1",
                DAY,
                MOMENT);
    }

    public static AccountConfirmed accountConfirmed(UUID kpmId, Instant at) {
        return new AccountConfirmed(
                kpmId, UUID.randomUUID(), 2, VILLAGE, "BRI", "administrator-2", DAY, at);
    }
}
