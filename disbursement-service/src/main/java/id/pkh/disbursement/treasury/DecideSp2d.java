package id.pkh.disbursement.treasury;

import id.pkh.disbursement.reason.Reason;
import id.pkh.disbursement.treasury.domain.Sp2d;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/**
 * Another person approves a document of the treasury by its number and amount, or refuses it. An
 * approved correction supersedes what it corrects, and never falls below what was sent.
 */
@ApplicationScoped
public class DecideSp2d {

    private final Sp2ds sp2ds;
    private final Clock clock;

    DecideSp2d(Sp2ds sp2ds, Clock clock) {
        this.sp2ds = sp2ds;
        this.clock = clock;
    }

    @Transactional
    public Sp2d approve(UUID sp2dId, String number, long amountIdr, String approver) {
        Sp2d sp2d = locked(sp2dId);
        refuseFor(sp2d.approvalRefusal(approver, number, amountIdr), sp2d);
        if (sp2d.supersedes() != null) {
            supersede(sp2d);
        }
        sp2ds.approve(sp2dId, approver, clock.instant());
        return sp2ds.byId(sp2dId).orElseThrow();
    }

    private void supersede(Sp2d correction) {
        Sp2d former = sp2ds.byId(correction.supersedes()).orElseThrow();
        refuseFor(former.correctionRefusal(), former);
        refuseFor(
                sp2ds.balance(former.cycleId(), former.statement().bank())
                        .correctionRefusal(
                                former.statement().amountIdr(), correction.statement().amountIdr()),
                correction);
        sp2ds.supersede(former.sp2dId(), correction.sp2dId());
    }

    @Transactional
    public Sp2d refuse(UUID sp2dId, Reason reason, String person) {
        Sp2d sp2d = locked(sp2dId);
        refuseFor(sp2d.refusalRefusal(), sp2d);
        sp2ds.refuse(sp2dId, person, clock.instant(), reason.text());
        return sp2ds.byId(sp2dId).orElseThrow();
    }

    /** Read again under the lock, because another person may have decided meanwhile. */
    private Sp2d locked(UUID sp2dId) {
        Sp2d sp2d = sp2ds.byId(sp2dId).orElseThrow(() -> Refused.because("NOT_FOUND"));
        sp2ds.lock(sp2d.cycleId(), sp2d.statement().bank());
        return sp2ds.byId(sp2dId).orElseThrow();
    }

    private static void refuseFor(Optional<String> refusal, Sp2d sp2d) {
        refusal.ifPresent(
                code -> {
                    throw Refused.because(code)
                            .with("sp2d_number", sp2d.statement().number())
                            .with("amount_idr", sp2d.statement().amountIdr())
                            .with("status", sp2d.status().name());
                });
    }
}
