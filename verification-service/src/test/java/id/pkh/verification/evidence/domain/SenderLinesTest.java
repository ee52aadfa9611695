package id.pkh.verification.evidence.domain;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.verification.compliance.domain.EvidenceLine;
import id.pkh.verification.compliance.domain.HealthMonth;
import id.pkh.verification.compliance.domain.MonthEvidence;
import id.pkh.verification.compliance.domain.SchoolMonth;
import id.pkh.verification.evidence.domain.SenderLines.Statement;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A sender changes her own lines only by a correction, and nobody else's at all. */
class SenderLinesTest {

    private static final UUID MEMBER = new UUID(1, 1);
    private static final UUID STRANGER = new UUID(1, 2);
    private static final YearMonth JANUARY = YearMonth.of(2026, 1);
    private static final YearMonth FEBRUARY = YearMonth.of(2026, 2);
    private static final HealthMonth ONE = HealthMonth.visits(1);
    private static final HealthMonth TWO = HealthMonth.visits(2);

    private final SenderLines lines =
            SenderLines.of("ani", List.of(line(JANUARY, "ani", ONE), line(FEBRUARY, "budi", TWO)));

    @Test
    void another_entry_about_her_own_month_changes_it() {
        assertThat(lines.changesOwn(List.of(states(JANUARY, TWO)))).isTrue();
        assertThat(lines.changesOwn(List.of(states(JANUARY, ONE)))).isFalse();
        assertThat(lines.changesOwn(List.of(states(JANUARY, ONE), states(JANUARY, TWO)))).isTrue();
    }

    @Test
    void her_entry_beside_anothers_line_changes_nothing_of_hers() {
        assertThat(lines.changesOwn(List.of(states(FEBRUARY, ONE)))).isFalse();
        assertThat(lines.changesOwn(List.of())).isFalse();
    }

    @Test
    void a_removal_changes_her_lines() {
        Statement removal = new Statement(MEMBER, Map.of(), Set.of(JANUARY));
        assertThat(lines.changesOwn(List.of(removal))).isTrue();
        assertThat(lines.repeats(removal)).isFalse();
        assertThat(lines.repeats(new Statement(MEMBER, Map.of(), Set.of(FEBRUARY)))).isTrue();
    }

    @Test
    void a_form_repeats_what_she_or_where_she_is_silent_another_stated() {
        assertThat(lines.repeats(states(JANUARY, ONE))).isTrue();
        assertThat(lines.repeats(states(JANUARY, TWO))).isFalse();
        assertThat(lines.repeats(states(FEBRUARY, TWO))).isTrue();
        assertThat(lines.repeats(states(FEBRUARY, ONE))).isFalse();
        assertThat(lines.repeats(states(YearMonth.of(2026, 3), ONE))).isFalse();
        assertThat(
                        lines.repeats(
                                new Statement(
                                        MEMBER, Map.of(JANUARY, ONE, FEBRUARY, ONE), Set.of())))
                .isFalse();
    }

    @Test
    void lines_by_id_are_stated_again_only_by_who_stated_all_of_them() {
        Statement silent = new Statement(MEMBER, Map.of(), Set.of(JANUARY));
        assertThat(lines.restates(List.of(states(JANUARY, ONE)))).isTrue();
        assertThat(lines.restates(List.of(states(JANUARY, TWO)))).isFalse();
        assertThat(lines.restates(List.of(states(FEBRUARY, TWO)))).isFalse();
        assertThat(lines.restates(List.of(states(JANUARY, ONE), states(JANUARY, TWO)))).isFalse();
        assertThat(lines.restates(List.of(silent))).isFalse();
        assertThat(lines.restates(List.of(new Statement(MEMBER, Map.of(), Set.of(FEBRUARY)))))
                .isTrue();
    }

    @Test
    void a_person_who_was_not_there_is_new_also_without_entries() {
        assertThat(lines.repeats(new Statement(STRANGER, Map.of(), Set.of()))).isFalse();
        assertThat(lines.repeats(new Statement(MEMBER, Map.of(), Set.of()))).isTrue();
    }

    @Test
    void a_line_is_the_same_text_as_long_as_its_sender_states_the_same() {
        assertThat(LineText.of(line(JANUARY, "ani", ONE))).isEqualTo("P-1 ani 1");
        assertThat(LineText.of(line(JANUARY, "ani", HealthMonth.CLOSED)))
                .isEqualTo("P-1 ani TUTUP");
        assertThat(LineText.of(line(JANUARY, "budi", new SchoolMonth(1, 2, 3, 14))))
                .isEqualTo("P-1 budi 1/2/3/14");
    }

    private static Statement states(YearMonth month, MonthEvidence entry) {
        return new Statement(MEMBER, Map.of(month, entry), Set.of());
    }

    private static EvidenceLine line(YearMonth month, String sender, MonthEvidence entry) {
        return new EvidenceLine(MEMBER, month, "P-1", sender, new UUID(2, 2), entry);
    }
}
