package id.pkh.disbursement.report.rest;

import id.pkh.disbursement.bank.Banks;
import id.pkh.disbursement.bank.rest.BankCaller;
import id.pkh.disbursement.bank.rest.NationalCaller;
import id.pkh.disbursement.report.Reports.Channel;
import id.pkh.disbursement.report.Reports.Report;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/** The bank for which the caller may act, and the reports that the caller may see. */
@ApplicationScoped
class ReportCaller {

    private final Caller caller;
    private final BankCaller bankCaller;
    private final NationalCaller nationalCaller;
    private final Banks banks;
    private final Clock clock;

    ReportCaller(
            Caller caller,
            BankCaller bankCaller,
            NationalCaller nationalCaller,
            Banks banks,
            Clock clock) {
        this.caller = caller;
        this.bankCaller = bankCaller;
        this.nationalCaller = nationalCaller;
        this.banks = banks;
        this.clock = clock;
    }

    String subject() {
        return caller.subject();
    }

    /**
     * A bank's own word, or a report on its behalf. Nobody can be both: a person of the ministry
     * would answer for the bank alone.
     */
    Channel channel() {
        if (bankCaller.isBank() && caller.hasRole(RoleSets.MINISTRY)) {
            throw Refused.because("FORBIDDEN");
        }
        return bankCaller.isBank() ? Channel.BANK : Channel.MINISTRY;
    }

    /** A bank acts for itself; a person of the ministry has all areas and names the bank. */
    String speaksFor(String asked) {
        if (bankCaller.isBank()) {
            return bankCaller.ownUnlessOther(asked);
        }
        nationalCaller.subject();
        if (asked == null || !banks.on(BusinessDates.today(clock)).containsKey(asked)) {
            throw Refused.because("BANK_CODE_UNKNOWN");
        }
        return asked;
    }

    /** Returns the bank whose reports are listed; null for all banks. */
    String listed(String asked) {
        requireNational();
        return bankCaller.listed(asked);
    }

    /** The lines of a report that the caller may see. A bank sees all lines of its own reports. */
    AreaScope linesWithin() {
        return bankCaller.isBank() ? AreaScope.everywhere() : caller.areas();
    }

    /** The figures of a report are about families of the whole country. */
    Report visibleHead(Optional<Report> report) {
        requireNational();
        return visible(report);
    }

    private void requireNational() {
        if (!bankCaller.isBank() && !caller.areas().isEverywhere()) {
            throw Refused.because("AREAS_DO_NOT_COVER_PAYMENTS");
        }
    }

    Report visible(Optional<Report> report) {
        return report.filter(found -> bankCaller.sees(found.bank()))
                .orElseThrow(() -> Refused.because("NOT_FOUND"));
    }
}
