package id.pkh.disbursement.bankkey.domain;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.disbursement.bankkey.domain.BankKey.Act;
import id.pkh.disbursement.bankkey.domain.BankKey.KeyKind;
import id.pkh.disbursement.bankkey.domain.BankKey.KeyStatus;
import id.pkh.disbursement.bankkey.domain.BankKey.Statement;
import id.pkh.disbursement.bankkey.domain.SignatureRule.Finding;
import id.pkh.testsupport.RuleTable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a signature comes to, by the tables of the rules page. */
class SignatureRuleTest {

    private static final LocalDate FROM = LocalDate.of(2027, 3, 1);
    private static final LocalDate UNTIL = LocalDate.of(2027, 3, 31);
    private static final Instant AT = Instant.parse("2027-02-01T03:00:00Z");
    private static final Act ACT = new Act("other", AT, null);

    static List<List<String>> signatures() {
        return RuleTable.rows("bank-answers.md", "signature", "key", "day", "result", "the file");
    }

    static List<List<String>> needs() {
        return RuleTable.rows("bank-answers.md", "keys of the bank", "a signature is");
    }

    @ParameterizedTest
    @MethodSource("signatures")
    void aSignatureIsJudgedAsThePageSays(List<String> row) {
        Finding finding = Finding.valueOf(row.get(0));
        BankKey key = finding == Finding.PROVED ? key(row.get(1)) : null;

        SignatureResult result = SignatureRule.judge(finding, key, "BRI", day(row.get(2)));

        assertThat(result).isEqualTo(SignatureResult.valueOf(row.get(3)));
        assertThat(result.opens() ? "read" : "quarantine").isEqualTo(row.get(4));
    }

    @ParameterizedTest
    @MethodSource("needs")
    void aBankSignsForGoodFromTheFirstDayOfItsFirstKey(List<String> row) {
        List<BankKey> keys =
                switch (row.get(0)) {
                    case "none" -> List.of();
                    case "recorded" -> List.of(key(KeyStatus.RECORDED, "BRI", FROM, UNTIL, null));
                    case "refused" -> List.of(key(KeyStatus.REFUSED, "BRI", FROM, UNTIL, null));
                    case "of another bank" ->
                            List.of(key(KeyStatus.APPROVED, "BNI", FROM, UNTIL, null));
                    case "from tomorrow" ->
                            List.of(
                                    key(
                                            KeyStatus.APPROVED,
                                            "BRI",
                                            UNTIL.plusDays(1),
                                            UNTIL.plusDays(9),
                                            null));
                    case "from today" ->
                            List.of(key(KeyStatus.APPROVED, "BRI", UNTIL, UNTIL, null));
                    case "until yesterday" ->
                            List.of(key(KeyStatus.APPROVED, "BRI", FROM, UNTIL.minusDays(1), null));
                    case "withdrawn" -> List.of(key(KeyStatus.APPROVED, "BRI", FROM, UNTIL, ACT));
                    default -> throw new AssertionError(row.get(0));
                };

        assertThat(SignatureRule.isNeeded("BRI", keys, UNTIL) ? "needed" : "not needed")
                .isEqualTo(row.get(1));
    }

    @Test
    void everyResultIsInTheTable() {
        assertThat(signatures().stream().map(row -> row.get(3)))
                .contains(
                        List.of(SignatureResult.values()).stream()
                                .filter(result -> result != SignatureResult.NOT_NEEDED)
                                .map(SignatureResult::name)
                                .toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource({
        "RECORDED, other,   f1, ",
        "RECORDED, officer, f1, BANK_KEY_SAME_PERSON",
        "RECORDED, other,   f2, BANK_KEY_DIFFERS",
        "APPROVED, other,   f1, BANK_KEY_NOT_WAITING",
        "REFUSED,  other,   f1, BANK_KEY_NOT_WAITING"
    })
    void anotherPersonApprovesByTheFingerprint(
            KeyStatus status, String person, String fingerprint, String refusal) {
        assertThat(
                        key(status, "BRI", FROM, UNTIL, null)
                                .approvalRefusal(person, fingerprint)
                                .orElse(null))
                .isEqualTo(refusal);
    }

    @Test
    void onlyWhatWaitsIsRefusedAndOnlyWhatIsInForceIsWithdrawn() {
        assertThat(key(KeyStatus.RECORDED, "BRI", FROM, UNTIL, null).refusalRefusal()).isEmpty();
        assertThat(key(KeyStatus.APPROVED, "BRI", FROM, UNTIL, null).refusalRefusal()).isPresent();
        assertThat(key(KeyStatus.RECORDED, "BRI", FROM, UNTIL, null).withdrawalRefusal())
                .isPresent();
        assertThat(key(KeyStatus.APPROVED, "BRI", FROM, UNTIL, null).withdrawalRefusal()).isEmpty();
        assertThat(key(KeyStatus.APPROVED, "BRI", FROM, UNTIL, ACT).withdrawalRefusal())
                .isPresent();
    }

    private static BankKey key(String of) {
        return switch (of) {
            case "of the bank" -> key(KeyStatus.APPROVED, "BRI", FROM, UNTIL, null);
            case "of another bank" -> key(KeyStatus.APPROVED, "BNI", FROM, UNTIL, null);
            case "withdrawn" -> key(KeyStatus.APPROVED, "BRI", FROM, UNTIL, ACT);
            default -> throw new AssertionError(of);
        };
    }

    private static LocalDate day(String of) {
        return switch (of) {
            case "before the first" -> FROM.minusDays(1);
            case "the first" -> FROM;
            case "the last" -> UNTIL;
            case "after the last" -> UNTIL.plusDays(1);
            case "any" -> FROM.plusDays(3);
            default -> throw new AssertionError(of);
        };
    }

    private static BankKey key(
            KeyStatus status, String bank, LocalDate from, LocalDate until, Act withdrawal) {
        return new BankKey(
                UUID.randomUUID(),
                new Statement(bank, KeyKind.X509, "f1", null, from, until),
                new byte[0],
                status,
                "officer",
                AT,
                status == KeyStatus.RECORDED ? null : ACT,
                withdrawal);
    }
}
