package id.pkh.disbursement.withdrawal.file;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.testsupport.RuleTable;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the words and amounts of a form mean. */
class WithdrawalWordsTest {

    @Test
    void theWordsAreThoseOfThePage() {
        Map<String, String> ofPage = new TreeMap<>();
        RuleTable.rows("withdrawals.md", "column", "word", "code")
                .forEach(row -> ofPage.put(row.get(0) + " " + row.get(1), row.get(2)));
        Map<String, String> known = new TreeMap<>();
        add(known, FormRows.WITHDRAWN, WithdrawalWords.OUTCOMES);
        add(known, FormRows.CHANNEL, WithdrawalWords.CHANNELS);
        add(known, FormRows.COMPANION, WithdrawalWords.COMPANIONS);
        add(known, FormRows.EVIDENCE, WithdrawalWords.EVIDENCE);
        assertThat(known).isEqualTo(ofPage);

        Map<String, String> reasons = new TreeMap<>();
        RuleTable.rows("withdrawals.md", "reason", "from", "source", "in files")
                .forEach(row -> reasons.put(row.get(3), row.get(0)));
        assertThat(WithdrawalWords.REASONS).isEqualTo(reasons);
    }

    private static void add(Map<String, String> known, String column, Map<String, ?> words) {
        words.forEach((word, code) -> known.put(column + " " + word, code.toString()));
    }

    @Test
    void aCodeMayBeWrittenAsItIs() {
        assertThat(WithdrawalWords.meaning("pin_blocked", WithdrawalWords.REASONS))
                .contains("PIN_BLOCKED");
        assertThat(WithdrawalWords.meaning("LUPA  PIN", WithdrawalWords.REASONS))
                .contains("PIN_FORGOTTEN");
        assertThat(WithdrawalWords.meaning("entah", WithdrawalWords.REASONS)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "225000 | 225000",
                "225.000 | 225000",
                "225,000 | 225000",
                "1.225.000 | 1225000",
                "Rp 225.000 | 225000",
                "Rp225.000,00 | 225000",
                "rp. 225.000,- | 225000",
                "225000.0 | 225000",
                "225000.00 | 225000",
                "0 | 0"
            })
    void amountsAreReadAsPeopleWriteThem(String written, long rupiah) {
        assertThat(WithdrawalWords.rupiah(written)).contains(rupiah);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-225000",
                "225.00",
                "225.0000",
                "2,25",
                "225.000,50",
                "dua ratus",
                "22 5"
            })
    void otherAmountsAreNotGuessed(String written) {
        assertThat(WithdrawalWords.rupiah(written)).isEmpty();
    }
}
