package id.pkh.disbursement.report.rest;

import id.pkh.disbursement.bank.Banks;
import id.pkh.disbursement.report.Reports.Report;
import id.pkh.platform.security.Caller;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/** For which bank the caller may speak. */
@ApplicationScoped
class ReportCaller {

    private final Caller caller;
    private final Banks banks;
    private final Clock clock;

    ReportCaller(Caller caller, Banks banks, Clock clock) {
        this.caller = caller;
        this.banks = banks;
        this.clock = clock;
    }

    String subject() {
        return caller.subject();
    }

    /** A token that speaks for one bank speaks for no other; an administrator says for which. */
    String speaksFor(String asked) {
        if (isBank()) {
            return ownUnlessOther(asked);
        }
        if (asked == null || !banks.on(BusinessDates.today(clock)).containsKey(asked)) {
            throw Refused.because("BANK_CODE_UNKNOWN");
        }
        return asked;
    }

    /** The bank whose reports are listed; null for all. */
    String listed(String asked) {
        return isBank() ? ownUnlessOther(asked) : asked;
    }

    Report visible(Optional<Report> report) {
        return report.filter(found -> !isBank() || caller.bank().equals(Optional.of(found.bank())))
                .orElseThrow(() -> Refused.because("NOT_FOUND"));
    }

    private boolean isBank() {
        return caller.hasRole(Roles.BANK);
    }

    private String ownUnlessOther(String asked) {
        String own = caller.bank().orElseThrow(() -> Refused.because("FORBIDDEN"));
        if (asked != null && !asked.equals(own)) {
            throw Refused.because("FORBIDDEN");
        }
        return own;
    }
}
