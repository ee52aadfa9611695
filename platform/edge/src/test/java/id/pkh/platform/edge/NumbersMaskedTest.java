package id.pkh.platform.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersMaskedTest {

    private static final String NIK = "1771085203900001";

    private final NumbersMasked filter = new NumbersMasked();
    private final PatternFormatter console = new PatternFormatter("%p %s%e");

    @ParameterizedTest
    @CsvSource({
        "nothing to hide, nothing to hide",
        "no 1771085203900001 in line 3, no **************** in line 3",
        "{\"nik\":\"1771085203900001\"}, {\"nik\":\"****************\"}",
        "no 1771 0852 0390 0001, no ****************",
        "no 177108-520390-0001 and 17.71.08.520390.0001, no **************** and ****************",
        "no １７７１０８５２０３９００００１, no ****************",
        "no １７７１ ０８５２ ０３９０ ０００１, no ****************",
        "no ١٧٧١٠٨٥٢٠٣٩٠٠٠٠١, no ****************",
        // dates, times and offsets next to each other are no groups of one number
        "from 2026-01-15 2026-02-15 to offset 1234567890 123456, from 2026-01-15 2026-02-15 to offset 1234567890 123456",
        "1771 0852 0390 000, 1771 0852 0390 000",
        // neither fifteen nor seventeen digits, nor part of a longer word
        "177108520390000 17710852039000012, 177108520390000 17710852039000012",
        "trace 4bf92f1234567890123456da6a3ce929d, trace 4bf92f1234567890123456da6a3ce929d",
    })
    void numbersOfSixteenDigitsAreMasked(String message, String shown) {
        assertThat(lineOf(record(message))).isEqualTo("ERROR " + shown);
    }

    @Test
    void alsoWhereTheyComeAsParameters() {
        ExtLogRecord record =
                new ExtLogRecord(
                        Level.ERROR, "%s at %d", ExtLogRecord.FormatStyle.PRINTF, "somewhere");
        record.setParameters(new Object[] {NIK, 7});
        assertThat(lineOf(record)).isEqualTo("ERROR **************** at 7");
    }

    @Test
    void aFailureKeepsItsClassesAndItsStack() {
        Exception cause = new NumberFormatException("For input string: \"" + NIK + "\"");
        Exception failure = new IllegalStateException("cannot read " + NIK, cause);
        failure.addSuppressed(new IllegalArgumentException(NIK));
        ExtLogRecord record = record("failed");
        record.setThrown(failure);

        assertThat(lineOf(record))
                .doesNotContain(NIK)
                .contains(
                        "java.lang.IllegalStateException: cannot read ****************",
                        "Caused by: java.lang.NumberFormatException: For input string: \"****",
                        "Suppressed: java.lang.IllegalArgumentException: ****************",
                        "at " + NumbersMaskedTest.class.getName() + ".aFailureKeeps");
    }

    @Test
    void aFailureThatNamesNobodyIsLeftAlone() {
        ExtLogRecord record = record("failed");
        Exception failure = new IllegalStateException("line 3", new RuntimeException("line 4"));
        record.setThrown(failure);
        assertThat(filter.isLoggable(record)).isTrue();
        assertThat(record.getThrown()).isSameAs(failure);
    }

    @Test
    void failuresThatCauseEachOtherComeToAnEnd() {
        Exception one = new IllegalStateException(NIK);
        Exception two = new IllegalStateException("two", one);
        one.initCause(two);
        ExtLogRecord record = record("failed");
        record.setThrown(one);
        assertThat(lineOf(record)).doesNotContain(NIK);
    }

    @Test
    void noMessageCanStartALineOfItsOwn() {
        assertThat(lineOf(record("a\nb\r\tc\u001b[2J\u0085\u2028")))
                .isEqualTo("ERROR a\\nb\\r\\tc\\u001b[2J\\u0085\\u2028");
        ExtLogRecord failed = record("failed");
        failed.setThrown(new IllegalStateException("x\n2026-01-01 ERROR forged"));
        assertThat(lineOf(failed)).contains("IllegalStateException: x\\n2026-01-01 ERROR forged");
    }

    private String lineOf(ExtLogRecord record) {
        assertThat(filter.isLoggable(record)).isTrue();
        return console.format(record);
    }

    private static ExtLogRecord record(String message) {
        return new ExtLogRecord(
                Level.ERROR, message, ExtLogRecord.FormatStyle.NO_FORMAT, "somewhere");
    }
}
