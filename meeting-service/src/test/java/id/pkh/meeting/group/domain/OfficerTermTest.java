package id.pkh.meeting.group.domain;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.testsupport.RuleTable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OfficerTermTest {

    private static final UUID FAMILY = UUID.nameUUIDFromBytes("A".getBytes());

    static List<List<String>> page() {
        return RuleTable.rows("groups.md", "standing", "wanted", "verdict");
    }

    @ParameterizedTest
    @MethodSource("page")
    void termsAreInEachOthersWayAsTheRulePageSays(List<String> row) {
        assertThat(OfficerTerm.inTheWayOf(term(row.get(1)), List.of(term(row.get(0)))).isPresent())
                .isEqualTo(row.get(2).equals("overlaps"));
        assertThat(OfficerTerm.inTheWayOf(term(row.get(0)), List.of(term(row.get(1)))).isPresent())
                .isEqualTo(row.get(2).equals("overlaps"));
    }

    @Test
    void anOfficeIsHeldFromTheFirstDayToTheLast() {
        List<OfficerTerm> terms = List.of(term("CHAIR of A 2026-01-02..2026-01-31"));
        assertThat(on(terms, "2026-01-01")).isEmpty();
        assertThat(on(terms, "2026-01-02")).hasSize(1);
        assertThat(on(terms, "2026-01-31")).hasSize(1);
        assertThat(on(terms, "2026-02-01")).isEmpty();
    }

    @Test
    void aFamilyThatLeftTheGroupHoldsNoOffice() {
        List<OfficerTerm> terms = List.of(term("CHAIR of A 2026-01-02.."));
        LocalDate day = LocalDate.parse("2026-03-01");
        assertThat(OfficerTerm.on(terms, List.of(), day)).isEmpty();
    }

    private static List<OfficerTerm> on(List<OfficerTerm> terms, String day) {
        return OfficerTerm.on(terms, List.of(FAMILY), LocalDate.parse(day));
    }

    /** For example {@code CHAIR of A 2026-01-01..2026-02-28}. */
    private static OfficerTerm term(String text) {
        String[] words = text.split(" ");
        String[] days = words[3].split("\\.\\.");
        return new OfficerTerm(
                UUID.randomUUID(),
                Office.valueOf(words[0]),
                UUID.nameUUIDFromBytes(words[2].getBytes()),
                LocalDate.parse(days[0]),
                days.length == 1 ? null : LocalDate.parse(days[1]));
    }
}
