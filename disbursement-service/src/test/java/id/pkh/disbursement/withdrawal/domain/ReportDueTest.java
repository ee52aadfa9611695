package id.pkh.disbursement.withdrawal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.testsupport.RuleTable;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReportDueTest {

    static Stream<List<String>> days() {
        return RuleTable.rows("withdrawals.md", "credited", "withdrawal day", "days", "due")
                .stream();
    }

    @ParameterizedTest
    @MethodSource("days")
    void theDaysCountFromTheWithdrawalDay(List<String> row) {
        LocalDate withdrawalDay = row.get(1).equals("–") ? null : LocalDate.parse(row.get(1));
        assertThat(
                        ReportDue.of(
                                LocalDate.parse(row.get(0)),
                                withdrawalDay,
                                Integer.parseInt(row.get(2))))
                .isEqualTo(row.get(3));
    }
}
