package id.pkh.disbursement.support;

import id.pkh.disbursement.report.domain.BankReasons;
import id.pkh.disbursement.report.domain.BankReasons.BankReason;
import id.pkh.disbursement.report.domain.ReasonMeaning;
import id.pkh.testsupport.RuleTable;
import java.util.List;

/** The reason codes of docs/rules/bank-answers.md. */
public final class ReasonsOfThePage {

    public static final String PAGE = "bank-answers.md";

    private ReasonsOfThePage() {}

    public static List<List<String>> rows() {
        return RuleTable.rows(PAGE, "code", "from", "reason", "meaning");
    }

    public static BankReasons all() {
        return new BankReasons(
                rows().stream()
                        .map(
                                row ->
                                        new BankReason(
                                                row.get(0),
                                                row.get(2),
                                                ReasonMeaning.valueOf(row.get(3))))
                        .toList());
    }
}
