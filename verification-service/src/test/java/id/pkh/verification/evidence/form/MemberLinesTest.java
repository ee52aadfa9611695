package id.pkh.verification.evidence.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pkh.platform.files.RowRefusal;
import id.pkh.platform.web.Refused;
import id.pkh.verification.compliance.domain.HealthMonth;
import id.pkh.verification.compliance.domain.SchoolMonth;
import id.pkh.verification.signal.domain.VerificationPeriod;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MemberLinesTest {

    private static final VerificationPeriod QUARTER = VerificationPeriod.quarter(2026, 1);
    private static final YearMonth JANUARY = YearMonth.of(2026, 1);
    private static final YearMonth FEBRUARY = YearMonth.of(2026, 2);
    private static final UUID CHILD = UUID.randomUUID();

    private final List<RowRefusal> refused = new ArrayList<>();
    private final List<RowRefusal> refusedParts = new ArrayList<>();

    @Test
    void daysAreReadAsOnAForm() {
        FormRow row = school(false, Map.of(JANUARY, List.of("1", "", "2.0", "17"))).rows().get(0);
        assertThat(row.memberId()).isEqualTo(CHILD);
        assertThat(row.entries()).containsOnly(Map.entry(JANUARY, new SchoolMonth(1, 0, 2, 17)));
        assertThat(refused).isEmpty();
    }

    @Test
    void aMonthThatIsImpossibleIsRefusedAndTheOthersCount() {
        Form form =
                school(
                        false,
                        Map.of(
                                JANUARY, List.of("20", "0", "0", "20"),
                                FEBRUARY, List.of("0", "0", "0", "20")));
        assertThat(form.rows().get(0).entries()).containsOnlyKeys(FEBRUARY);
        assertThat(refusedParts).extracting(RowRefusal::code).containsExactly("DAYS_IMPOSSIBLE");
        assertThat(refusedParts).extracting(RowRefusal::line).containsExactly(7);
    }

    @Test
    void aRemovalIsWrittenByNameAndInACorrectionOnly() {
        Map<YearMonth, List<String>> removal = Map.of(JANUARY, List.of("", "", "", "hapus"));
        assertThat(school(true, removal).rows().get(0).removed()).containsExactly(JANUARY);
        assertThat(school(false, removal).rows()).isEmpty();
        assertThat(refused).extracting(RowRefusal::code).containsExactly("DAYS_IMPOSSIBLE");
    }

    @Test
    void visitsAreReadAsOnAForm() {
        Form form =
                MemberLines.read(
                        FormKind.HEALTH,
                        "pkm-1",
                        QUARTER,
                        List.of(line(Map.of(JANUARY, List.of("2"), FEBRUARY, List.of("TUTUP")))),
                        false,
                        refused::add);
        assertThat(form.pointCode()).isEqualTo("PKM-1");
        assertThat(form.rows().get(0).entries())
                .containsEntry(JANUARY, HealthMonth.visits(2))
                .containsEntry(FEBRUARY, HealthMonth.CLOSED);
    }

    @Test
    void anEntryIsWrittenAsItIsRead() {
        HealthMonth weighed = HealthCell.read("2 TB BB").orElseThrow();
        assertThat(MemberLines.cells(weighed)).containsExactly("2 BB TB");
        assertThat(HealthCell.read("2 BB TB")).contains(weighed);
        assertThat(MemberLines.cells(HealthMonth.CLOSED)).containsExactly("TUTUP");
        assertThat(MemberLines.cells(new SchoolMonth(1, 2, 3, 14)))
                .containsExactly("1", "2", "3", "14");
    }

    @Test
    void aMemberTwiceWithTheSameCountsOnce() {
        MemberLines.Line line = line(Map.of(JANUARY, List.of("0", "0", "0", "20")));
        Form form =
                MemberLines.read(
                        FormKind.SCHOOL,
                        "10702026",
                        QUARTER,
                        List.of(line, new MemberLines.Line(8, CHILD, line.months())),
                        false,
                        refused::add);
        assertThat(form.rows()).hasSize(1);
        assertThat(refused).extracting(RowRefusal::code).containsExactly("ROW_TWICE");
        assertThat(refused).extracting(RowRefusal::column).containsExactly("member_id");
    }

    @Test
    void blankRowsOtherMonthsAndOtherCodesAreRefused() {
        assertRefused(
                "FORM_WITHOUT_ROWS", () -> school(false, Map.of(JANUARY, List.of("", "", "", ""))));
        assertRefused(
                "FORM_MONTH_NOT_OF_QUARTER",
                () -> school(false, Map.of(YearMonth.of(2026, 4), List.of("", "", "", "1"))));
        assertRefused(
                "FORM_SERVICE_POINT_MISSING",
                () ->
                        MemberLines.read(
                                FormKind.SCHOOL, "PKM-1", QUARTER, List.of(), false, refused::add));
    }

    private static void assertRefused(String code, Runnable read) {
        assertThatThrownBy(read::run)
                .isInstanceOfSatisfying(
                        Refused.class, why -> assertThat(why.code()).isEqualTo(code));
    }

    private Form school(boolean isCorrection, Map<YearMonth, List<String>> months) {
        return MemberLines.read(
                FormKind.SCHOOL,
                "10702026",
                QUARTER,
                List.of(line(months)),
                isCorrection,
                new FormRefusals() {
                    @Override
                    public void row(RowRefusal refusal) {
                        refused.add(refusal);
                    }

                    @Override
                    public void month(RowRefusal refusal) {
                        refusedParts.add(refusal);
                    }
                });
    }

    private static MemberLines.Line line(Map<YearMonth, List<String>> months) {
        return new MemberLines.Line(7, CHILD, new TreeMap<>(months));
    }
}
