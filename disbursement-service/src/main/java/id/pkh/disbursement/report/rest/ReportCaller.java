package id.pkh.disbursement.report.rest;

import id.pkh.disbursement.bank.Banks;
import id.pkh.disbursement.bank.rest.BankCaller;
import id.pkh.disbursement.report.Reports.Report;
import id.pkh.platform.security.Caller;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/** The bank for which the caller may act. */
@ApplicationScoped
class ReportCaller {

    private final Caller caller;
    private final BankCaller bankCaller;
    private final Banks banks;
    private final Clock clock;

    ReportCaller(Caller caller, BankCaller bankCaller, Banks banks, Clock clock) {
        this.caller = caller;
        this.bankCaller = bankCaller;
        this.banks = banks;
        this.clock = clock;
    }

    String subject() {
        return caller.subject();
    }

    /** A bank acts for itself; an administrator must name the bank. */
    String speaksFor(String asked) {
        if (bankCaller.isBank()) {
            return bankCaller.ownUnlessOther(asked);
        }
        if (asked == null || !banks.on(BusinessDates.today(clock)).containsKey(asked)) {
            throw Refused.because("BANK_CODE_UNKNOWN");
        }
        return asked;
    }

    /** Returns the bank whose reports are listed; null for all banks. */
    String listed(String asked) {
        return bankCaller.listed(asked);
    }

    Report visible(Optional<Report> report) {
        return report.filter(found -> bankCaller.sees(found.bank()))
                .orElseThrow(() -> Refused.because("NOT_FOUND"));
    }
}
