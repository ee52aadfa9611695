package id.pkh.disbursement.withdrawal.domain;

import static id.pkh.disbursement.withdrawal.domain.WithdrawalFixture.notWithdrawn;
import static id.pkh.disbursement.withdrawal.domain.WithdrawalFixture.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UncollectedRuleTest {

    private static final LocalDate CREDITED_ON = LocalDate.of(2026, 6, 1);
    private static final WithdrawalTerms TERMS =
            new WithdrawalTerms("TERMS", LocalDate.of(2018, 1, 1), 14, 105, 5);

    @ParameterizedTest
    @CsvSource({
        "CREDITED, none, 2026-06-14, false",
        "CREDITED, none, 2026-06-15, true",
        "CREDITED, N,    2026-06-14, false",
        "CREDITED, N,    2026-06-15, true",
        "CREDITED, W,    2026-06-15, false",
        "NOT_PAID, none, 2026-06-15, false",
        "OPEN,     none, 2026-06-15, false"
    })
    void aCreditedPaymentIsUncollectedAfterTheDaysOfThePolicy(
            BankAnswer bank, String reported, LocalDate today, boolean expected) {
        WithdrawalFacts report =
                switch (reported) {
                    case "N" -> notWithdrawn("PIN_BLOCKED", today);
                    case "W" -> withdrawn(225_000L, today);
                    default -> null;
                };
        assertThat(
                        UncollectedRule.isUncollected(
                                new FindingFacts(bank, CREDITED_ON, 225_000, report, null),
                                TERMS,
                                today))
                .isEqualTo(expected);
    }
}
