package id.pkh.disbursement.situation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.disbursement.situation.domain.NextStep.Due;
import id.pkh.disbursement.situation.domain.NextStep.Responsible;
import id.pkh.disbursement.withdrawal.domain.WithdrawalTerms;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NextStepTest {

    private static final LocalDate SINCE = LocalDate.of(2026, 6, 1);
    private static final WithdrawalTerms TERMS =
            new WithdrawalTerms("TERMS", LocalDate.of(2018, 1, 1), 14, 105, 5);

    @ParameterizedTest
    @CsvSource({
        "NONE, , ",
        "DAYS, 3, 2026-06-04",
        "ANSWER, , 2026-06-03",
        "LISTED, , 2026-06-15",
        "EXAMINED, , 2026-09-14"
    })
    void aStepIsDueByItsKind(Due due, Integer days, LocalDate expected) {
        NextStep step = new NextStep(Responsible.BANK, due, days);
        assertThat(step.dueOn(SINCE, TERMS, 2)).isEqualTo(expected);
        assertThat(step.dueOn(null, TERMS, 2)).isNull();
    }
}
