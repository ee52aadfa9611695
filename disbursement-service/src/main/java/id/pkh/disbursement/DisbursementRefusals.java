package id.pkh.disbursement;

import id.pkh.disbursement.bankkey.domain.BankKey;
import id.pkh.disbursement.batch.domain.Batch;
import id.pkh.disbursement.cycle.domain.CycleOpening;
import id.pkh.disbursement.cycle.domain.SealProposal;
import id.pkh.disbursement.profile.domain.BankProfile;
import id.pkh.disbursement.report.ReceiveReport;
import id.pkh.disbursement.report.file.TableReport;
import id.pkh.disbursement.report.file.UnreadableReport;
import id.pkh.disbursement.snap.AskBank;
import id.pkh.disbursement.treasury.domain.Sp2d;
import id.pkh.disbursement.treasury.domain.TreasuryBalance;
import id.pkh.disbursement.withdrawal.domain.CallBackRule;
import id.pkh.disbursement.withdrawal.domain.WithdrawalReportRule;
import id.pkh.platform.web.RefusalStatuses;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** The refusals of this service, each with its HTTP status. */
@ApplicationScoped
class DisbursementRefusals implements RefusalStatuses {

    private static final Map<Integer, List<String>> CODES =
            Map.of(
                    403,
                    List.of("AREAS_DO_NOT_COVER_PAYMENTS", "REGISTRY_REFUSES_CALLER"),
                    409,
                    List.of(
                            "CYCLE_ALREADY_OPEN",
                            "CYCLE_WITHOUT_RATES",
                            "CYCLE_OVERLAPS",
                            "CYCLE_IS_FIRST",
                            "CYCLE_NOT_CALCULATED",
                            "CYCLE_ALREADY_SEALED",
                            "CYCLE_PAYS_TWICE",
                            "QUARTER_NOT_CLOSED",
                            "QUARTER_ALREADY_CLOSED",
                            "QUARTER_ALREADY_WAIVED",
                            "QUARTER_NOT_WAIVED",
                            "QUARTER_WAIVED_BY_SAME_PERSON",
                            "SEAL_NOT_PROPOSED",
                            "SEAL_FIGURES_DIFFER",
                            SealProposal.SEAL_HASH_DIFFERS,
                            SealProposal.SEAL_SAME_PERSON,
                            SealProposal.SEAL_LIST_CHANGED,
                            "CALCULATION_STOPPED",
                            "CYCLE_NOT_SEALED",
                            "FUNDING_ACCOUNT_MISSING",
                            Batch.BATCH_NOT_PREPARED,
                            Batch.BATCH_NOT_APPROVED,
                            Batch.BATCH_ALREADY_SENT,
                            Batch.BATCH_HASH_DIFFERS,
                            Batch.BATCH_SAME_PERSON,
                            Batch.BATCH_FILE_GIVEN_OUT,
                            Batch.BATCH_EMPTY,
                            "PAYMENT_NOT_IN_BATCH",
                            "BATCH_APPROVER_SEALED",
                            "BATCH_CHANGED",
                            "BATCH_FINDINGS_NOT_ACKNOWLEDGED",
                            "BATCH_DISPUTED",
                            "BATCH_OF_OTHER_DELIVERY",
                            TreasuryBalance.SP2D_NOT_RECORDED,
                            TreasuryBalance.SP2D_EXCEEDED,
                            TreasuryBalance.SP2D_BELOW_SENT,
                            "SP2D_ALREADY_RECORDED",
                            "SP2D_CORRECTION_WAITS",
                            Sp2d.SP2D_NOT_IN_FORCE,
                            Sp2d.SP2D_NOT_WAITING,
                            Sp2d.SP2D_SAME_PERSON,
                            Sp2d.SP2D_DIFFERS,
                            "BANK_KEY_ALREADY_RECORDED",
                            AskBank.BANK_NOT_ASKABLE,
                            AskBank.PAYMENT_NOT_OPEN_AT_BANK,
                            BankKey.BANK_KEY_NOT_WAITING,
                            BankKey.BANK_KEY_SAME_PERSON,
                            BankKey.BANK_KEY_DIFFERS,
                            BankKey.BANK_KEY_NOT_IN_FORCE,
                            BankProfile.PROFILE_NOT_WAITING,
                            BankProfile.PROFILE_NOT_IN_USE,
                            BankProfile.PROFILE_SAME_PERSON,
                            BankProfile.PROFILE_HASH_DIFFERS,
                            BankProfile.PROFILE_NOT_TRIED,
                            "PROFILE_FIRST_DAY_TAKEN",
                            "REPORT_BATCH_NOT_SENT",
                            "REPORT_SAME_PERSON",
                            "REPORT_NOT_WAITING",
                            "REPORT_CORRECTION_WAITS",
                            "REPORT_HASH_DIFFERS",
                            "EXCEPTION_RESOLVED",
                            "EXCEPTION_NOT_PROPOSED",
                            "EXCEPTION_PROPOSAL_DIFFERS",
                            "EXCEPTION_SAME_PERSON",
                            "EXCEPTION_NEEDS_MINISTRY",
                            WithdrawalReportRule.PAYMENT_NOT_SENT,
                            WithdrawalReportRule.WITHDRAWAL_NOT_REPORTED,
                            WithdrawalReportRule.WITHDRAWAL_ALREADY_REPORTED,
                            WithdrawalReportRule.WITHDRAWAL_REVISION_DIFFERS,
                            CallBackRule.CALL_BACK_SAME_PERSON,
                            "WITHDRAWAL_LIST_CHANGED"),
                    422,
                    List.of(
                            CycleOpening.CYCLE_CODE_INVALID,
                            CycleOpening.CYCLE_RANGE_INVALID,
                            CycleOpening.CYCLE_NOT_WHOLE_MONTHS,
                            CycleOpening.CYCLE_TOO_LONG,
                            CycleOpening.CHANNEL_UNKNOWN,
                            CycleOpening.VERIFICATION_PERIOD_INVALID,
                            "STATUS_UNKNOWN",
                            "REASON_REQUIRED",
                            UnreadableReport.REPORT_UNSAFE,
                            UnreadableReport.REPORT_KIND_UNKNOWN,
                            UnreadableReport.REPORT_UNREADABLE,
                            UnreadableReport.REPORT_CUT,
                            "SP2D_DAY_INVALID",
                            "DIFFERENCE_KIND_UNKNOWN",
                            UnreadableReport.REPORT_NOT_XML,
                            UnreadableReport.REPORT_ENCODING_WRONG,
                            UnreadableReport.REPORT_ELEMENT_WRONG,
                            "REPORT_TOTALS_DIFFER",
                            ReceiveReport.REPORT_SIGNATURE_NOT_VALID,
                            "REPORT_ACCOUNT_UNKNOWN",
                            "BANK_KEY_DAYS_INVALID",
                            "BANK_KEY_KIND_UNKNOWN",
                            "BANK_KEY_UNFIT",
                            "BANK_KEY_UNREADABLE",
                            TableReport.REPORT_CELL_UNREADABLE,
                            "REPORT_COLUMN_MISSING",
                            "REPORT_COLUMN_TWICE",
                            "PROFILE_FIRST_DAY_PASSED",
                            "PROFILE_INCOMPLETE",
                            "PROFILE_OF_OTHER_FORMAT",
                            "REPORT_BATCH_UNKNOWN",
                            "REPORT_OF_OTHER_BANK",
                            "BANK_CODE_UNKNOWN",
                            "OUTCOME_UNKNOWN",
                            "REPORT_STATUS_UNKNOWN",
                            "EXCEPTION_CLASS_UNKNOWN",
                            "EXCEPTION_OWNER_UNKNOWN",
                            "EVIDENCE_REQUIRED",
                            "FINDING_INVALID",
                            WithdrawalReportRule.WITHDRAWAL_INCOMPLETE,
                            WithdrawalReportRule.WITHDRAWAL_DAY_INVALID,
                            WithdrawalReportRule.WITHDRAWAL_REASON_UNKNOWN,
                            "PAYMENT_UNKNOWN",
                            "PAYMENT_KEY_INVALID",
                            "WITHDRAWAL_CELL_UNREADABLE",
                            "WITHDRAWAL_OUTCOME_UNKNOWN",
                            "FINDING_KIND_UNKNOWN",
                            "TAKING_OUT_REASON_UNKNOWN",
                            "WITHDRAWAL_LIST_LINE_REFUSED",
                            "WITHDRAWAL_LIST_OF_OTHER_VILLAGE",
                            CallBackRule.CALL_BACK_AMOUNT_INVALID,
                            CallBackRule.CALL_BACK_DAY_INVALID,
                            "FILE_NOT_A_WITHDRAWAL_FORM"),
                    500,
                    List.of("CALCULATION_FAILED"),
                    503,
                    List.of("REGISTRY_UNAVAILABLE"));

    @Override
    public Map<Integer, List<String>> codes() {
        return CODES;
    }
}
