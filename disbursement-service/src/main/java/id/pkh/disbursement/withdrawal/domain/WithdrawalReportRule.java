package id.pkh.disbursement.withdrawal.domain;

import id.pkh.disbursement.withdrawal.domain.ReportVerdict.Recorded;
import id.pkh.disbursement.withdrawal.domain.ReportVerdict.Refused;
import id.pkh.disbursement.withdrawal.domain.ReportVerdict.Unchanged;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * Decides whether a report is recorded. It never compares the report with what the bank states: a
 * contradiction is recorded and becomes a finding.
 */
public final class WithdrawalReportRule {

    public static final String PAYMENT_NOT_SENT = "PAYMENT_NOT_SENT";
    public static final String WITHDRAWAL_INCOMPLETE = "WITHDRAWAL_INCOMPLETE";
    public static final String WITHDRAWAL_DAY_INVALID = "WITHDRAWAL_DAY_INVALID";
    public static final String WITHDRAWAL_REASON_UNKNOWN = "WITHDRAWAL_REASON_UNKNOWN";
    public static final String WITHDRAWAL_NOT_REPORTED = "WITHDRAWAL_NOT_REPORTED";
    public static final String WITHDRAWAL_ALREADY_REPORTED = "WITHDRAWAL_ALREADY_REPORTED";
    public static final String WITHDRAWAL_REVISION_DIFFERS = "WITHDRAWAL_REVISION_DIFFERS";

    private WithdrawalReportRule() {}

    /**
     * @param sentOn the day on which the payment was first sent to a bank; null when it was not
     * @param current what is reported so far; null when nothing is
     * @param supersedes the revision that the sender wants to correct; null for none
     * @param reasons the reasons that are known on the day of the report
     */
    public static ReportVerdict judge(
            LocalDate sentOn,
            CurrentReport current,
            WithdrawalFacts stated,
            Integer supersedes,
            Set<String> reasons,
            LocalDate today) {
        Optional<String> fault = stated.fieldAtFault();
        if (fault.isPresent()) {
            return new Refused(WITHDRAWAL_INCOMPLETE, fault.get());
        }
        if (sentOn == null) {
            return new Refused(PAYMENT_NOT_SENT, "payment_id");
        }
        LocalDate day = stated.occurredOn();
        if (day != null && (day.isBefore(sentOn) || day.isAfter(today))) {
            return new Refused(WITHDRAWAL_DAY_INVALID, sentOn.toString());
        }
        if (stated.reasonCode() != null && !reasons.contains(stated.reasonCode())) {
            return new Refused(WITHDRAWAL_REASON_UNKNOWN, "reason_code");
        }
        return current == null ? first(stated, supersedes) : next(current, stated, supersedes);
    }

    private static ReportVerdict first(WithdrawalFacts stated, Integer supersedes) {
        if (stated.outcome() == WithdrawalOutcome.RETRACTED) {
            return new Refused(WITHDRAWAL_NOT_REPORTED, "payment_id");
        }
        return supersedes == null ? new Recorded(1) : new Refused(WITHDRAWAL_REVISION_DIFFERS, "0");
    }

    private static ReportVerdict next(
            CurrentReport current, WithdrawalFacts stated, Integer supersedes) {
        if (current.facts().equals(stated)) {
            return new Unchanged(current.revision());
        }
        String revision = Integer.toString(current.revision());
        if (supersedes != null) {
            return supersedes == current.revision()
                    ? new Recorded(current.revision() + 1)
                    : new Refused(WITHDRAWAL_REVISION_DIFFERS, revision);
        }
        return follows(current.facts(), stated)
                ? new Recorded(current.revision() + 1)
                : new Refused(WITHDRAWAL_ALREADY_REPORTED, revision);
    }

    /**
     * A family that had not withdrawn is asked again, or withdraws later. Everything else corrects
     * a report, and names what it corrects, so that an old form does not undo a newer one.
     */
    private static boolean follows(WithdrawalFacts former, WithdrawalFacts stated) {
        return switch (former.outcome()) {
            case RETRACTED -> true;
            case WITHDRAWN -> false;
            case NOT_WITHDRAWN ->
                    stated.occurredOn() != null
                            && !stated.occurredOn().isBefore(former.occurredOn());
        };
    }
}
