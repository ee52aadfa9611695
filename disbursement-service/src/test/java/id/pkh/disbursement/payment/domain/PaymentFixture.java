package id.pkh.disbursement.payment.domain;

import id.pkh.disbursement.RulePage;
import id.pkh.disbursement.cycle.domain.CycleStatus;
import id.pkh.disbursement.cycle.domain.PaymentCycle;
import id.pkh.disbursement.entitlement.domain.ComponentSpell;
import id.pkh.disbursement.entitlement.domain.CoveredRange;
import id.pkh.disbursement.kpm.domain.KpmFacts;
import id.pkh.disbursement.kpm.domain.KpmStatus;
import id.pkh.disbursement.sanction.domain.Decision;
import id.pkh.disbursement.sanction.domain.LadderStep;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Families and cycles for tests. */
public final class PaymentFixture {

    public static final UUID KPM = UUID.fromString("01980a10-0000-7000-8000-000000000001");
    public static final UUID CHILD = UUID.fromString("01980a10-0000-7000-8000-000000000002");
    public static final UUID PAYMENT = UUID.fromString("01980a10-0000-7000-8000-000000000003");
    public static final UUID CYCLE = UUID.fromString("01980a10-0000-7000-8000-000000000004");
    public static final String VILLAGE = "17.71.08.1001";

    private PaymentFixture() {}

    public static PaymentCycle secondQuarter() {
        return cycle(PaymentCycle.BANK, false);
    }

    public static PaymentCycle cycle(String channel, boolean posCycleBeside) {
        return new PaymentCycle(
                CYCLE,
                "2026-T2",
                new CoveredRange(LocalDate.parse("2026-04-01"), LocalDate.parse("2026-06-30")),
                channel,
                "2026-Q1",
                CycleStatus.CALCULATED,
                posCycleBeside);
    }

    public static KpmFacts familyWithSchoolChild(String status, String bank, boolean account) {
        return new KpmFacts(
                KPM,
                new KpmStatus(status),
                VILLAGE,
                bank,
                account,
                List.of(new ComponentSpell(CHILD, "SD", LocalDate.parse("2025-07-14"), null)));
    }

    /** A family with one school child and a bank account, and the facts in a cell of the page. */
    public static FamilyFacts facts(String status, String baseStatus, String cell) {
        KpmFacts known = familyWithSchoolChild(status, "BRI", true);
        return new FamilyFacts(
                new KpmFacts(
                        known.kpmId(),
                        known.status(),
                        baseStatus.equals("–") ? null : new KpmStatus(baseStatus),
                        known.villageCode(),
                        known.payingBank(),
                        known.accountKnown(),
                        known.spells()),
                RulePage.decisions(cell),
                RulePage.reinstatements(cell),
                List.of(),
                false);
    }

    public static FamilyFacts facts(KpmFacts kpm, List<Decision> decisions, LadderStep... steps) {
        return new FamilyFacts(kpm, decisions, List.of(), List.of(steps), false);
    }

    public static LadderStep warning(String cause, String period) {
        return new LadderStep(LadderStep.SUSPENSION_WARNING, cause, period, 2, false);
    }
}
