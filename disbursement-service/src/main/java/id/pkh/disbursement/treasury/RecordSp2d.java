package id.pkh.disbursement.treasury;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.disbursement.bank.Banks;
import id.pkh.disbursement.cycle.Cycles;
import id.pkh.disbursement.cycle.domain.PaymentCycle;
import id.pkh.disbursement.reason.Reason;
import id.pkh.disbursement.treasury.domain.Sp2d;
import id.pkh.disbursement.treasury.domain.Sp2d.Statement;
import id.pkh.disbursement.treasury.domain.Sp2d.Status;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;

/** An officer records a document of the treasury, or a correction of one. It waits for another. */
@ApplicationScoped
public class RecordSp2d {

    private final Sp2ds sp2ds;
    private final Cycles cycles;
    private final Banks banks;
    private final Clock clock;

    RecordSp2d(Sp2ds sp2ds, Cycles cycles, Banks banks, Clock clock) {
        this.sp2ds = sp2ds;
        this.cycles = cycles;
        this.banks = banks;
        this.clock = clock;
    }

    @Transactional
    public Sp2d handle(String cycleCode, Statement statement, String officer) {
        PaymentCycle cycle =
                cycles.byCode(cycleCode).orElseThrow(() -> Refused.because("NOT_FOUND"));
        if (!cycle.isSealed()) {
            throw Refused.because("CYCLE_NOT_SEALED").with("cycle_code", cycleCode);
        }
        if (!banks.on(BusinessDates.today(clock)).containsKey(statement.bank())) {
            throw Refused.because("BANK_CODE_UNKNOWN").with("bank", statement.bank());
        }
        return add(cycle.cycleId(), cycleCode, statement, null, null, officer);
    }

    /**
     * @param ofBank what the document states, of the bank of the one that it corrects
     */
    @Transactional
    public Sp2d correct(
            UUID sp2dId, Function<String, Statement> ofBank, Reason reason, String officer) {
        Sp2d seen = sp2ds.byId(sp2dId).orElseThrow(() -> Refused.because("NOT_FOUND"));
        String bank = seen.statement().bank();
        sp2ds.lock(seen.cycleId(), bank);
        Sp2d former = sp2ds.byId(sp2dId).orElseThrow();
        String number = former.statement().number();
        former.correctionRefusal()
                .ifPresent(
                        code -> {
                            throw Refused.because(code).with("sp2d_number", number);
                        });
        if (sp2ds.isCorrected(sp2dId)) {
            throw Refused.because("SP2D_CORRECTION_WAITS").with("sp2d_number", number);
        }
        return add(
                former.cycleId(), former.cycleCode(), ofBank.apply(bank), sp2dId, reason, officer);
    }

    private Sp2d add(
            UUID cycleId,
            String cycleCode,
            Statement statement,
            UUID supersedes,
            Reason reason,
            String officer) {
        LocalDate today = BusinessDates.today(clock);
        if (statement.issuedOn().isAfter(today)) {
            throw Refused.because("SP2D_DAY_INVALID").with("today", today);
        }
        if (sp2ds.isKnown(statement.number(), supersedes)) {
            throw Refused.because("SP2D_ALREADY_RECORDED").with("sp2d_number", statement.number());
        }
        Sp2d sp2d =
                new Sp2d(
                        UuidCreator.getTimeOrderedEpoch(),
                        cycleId,
                        cycleCode,
                        statement,
                        supersedes,
                        reason == null ? null : reason.text(),
                        Status.RECORDED,
                        officer,
                        clock.instant(),
                        null,
                        null);
        sp2ds.add(sp2d);
        return sp2d;
    }
}
