package id.pkh.disbursement.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CopyRowsTest {

    private static final UUID ID = UUID.fromString("00000000-0000-0000-0000-000000000007");

    private final StringBuilder text = new StringBuilder();
    private final CopyRows rows = new CopyRows(text);

    @Test
    void fieldsAreApartAndRowsEnd() {
        rows.uuid(ID).number(7).text("a").instant(Instant.EPOCH);
        rows.endRow();
        rows.text("b").numberOrNull(8L);
        rows.endRow();

        assertThat(text)
                .hasToString(
                        "00000000-0000-0000-0000-000000000007\t7\ta\t1970-01-01T00:00:00Z\nb\t8\n");
    }

    @Test
    void nothingIsNotTheSameAsAnEmptyText() {
        rows.text(null).text("").uuid(null).numberOrNull(null).instant(null);
        rows.endRow();

        assertThat(text).hasToString("\\N\t\t\\N\t\\N\t\\N\n");
    }

    @Test
    void noTextEndsItsFieldOrItsRowOrPassesForNothing() {
        rows.text("a\tb\nc\rd\\.e").text("\\N");
        rows.endRow();

        assertThat(text).hasToString("a\\tb\\nc\\rd\\\\.e\t\\\\N\n");
    }
}
