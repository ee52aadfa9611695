package id.pkh.district.recount;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.district.manifest.Manifest;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each threshold of the commitments page, below, at and above it, with files written by hand. */
class HandmadeCommitmentsTest {

    private static final String NIK_STEM = "177108450285";
    private static Expectations counted;

    @BeforeAll
    static void count() throws Exception {
        Path folder = Path.of("src/test/resources/handmade/commitments");
        counted = Recount.of(folder, Manifest.read(folder));
    }

    private static ExpectedFamily family(int number) {
        return counted.families().get(NIK_STEM + String.format("%04d", number));
    }

    @ParameterizedTest(name = "{2}: {1}")
    @CsvSource({
        "1, MET, 3 of 22 days missed is above 85 percent",
        "2, MET, 3 of 20 days missed is exactly 85 percent",
        "3, NOT_MET, 4 of 22 days missed is below",
        "4, MET, excused days do not count",
        "5, MET, one closed month",
        "6, EXEMPT, a school closed all quarter",
        "7, NOT_VERIFIED, one blank month",
        "8, NOT_VERIFIED, not on the school's form",
        "9, NOT_VERIFIED, a silent school",
        "10, NOT_VERIFIED, no school recorded",
        "11, MET, left school in February: January counts alone",
        "12, NOT_MET, came to school in February: March counts alone",
        "13, NOT_DUE, came to school in March: no month counts",
        "14, NOT_MET, one month below and one blank",
        "21, MET, a child seen every month",
        "22, NOT_MET, a child not seen in February",
        "23, MET, a closed month between visits",
        "24, EXEMPT, closed all quarter",
        "25, NOT_VERIFIED, a blank month",
        "26, NOT_MET, one month without a visit and one blank",
        "27, NOT_DUE, born sixty months before the quarter",
        "28, NOT_MET, born fifty-nine months before the quarter",
        "29, NOT_MET, born in January and due in March alone",
        "30, NOT_VERIFIED, not on the form",
        "31, MET, pregnant and seen once in the quarter",
        "32, NOT_MET, pregnant and never seen",
        "33, NOT_MET, pregnant with one closed month and never seen",
        "34, EXEMPT, pregnant and closed all quarter",
        "35, NOT_VERIFIED, pregnant with a blank month and no visit",
        "36, MET, pregnant and seen in January with blanks after",
        "37, NOT_VERIFIED, pregnant with a closed and a blank month",
        "38, NOT_DUE, an elder's year does not end in March",
        "39, NOT_DUE, nor that of a severely disabled member"
    })
    void aMembersQuarter(int number, String result, String why) {
        assertThat(family(number).members()).as(why).hasSize(1);
        assertThat(family(number).members().get(0).result()).as(why).isEqualTo(result);
    }

    @Test
    void notMetWarnsAndNotVerifiedWarnsProtected() {
        ExpectedStep notMet =
                new ExpectedStep(
                        "2026-Q1", "COMMITMENT_NOT_MET", 1, 1, "SUSPENSION_WARNING", false);
        ExpectedStep notVerified =
                new ExpectedStep(
                        "2026-Q1", "COMMITMENT_NOT_VERIFIED", 1, 1, "SUSPENSION_WARNING", true);
        assertThat(family(3).standing()).containsExactly(notMet);
        assertThat(family(7).standing()).containsExactly(notVerified);
        assertThat(family(15).standing()).containsExactly(notMet, notVerified);
        assertThat(List.of(1, 2, 4, 5, 6, 13, 24, 27, 34, 38))
                .allSatisfy(number -> assertThat(family(number).standing()).isEmpty());
    }

    @Test
    void whoseFailureMissingEvidenceIs() {
        assertThat(family(7).notVerifiedAttributions()).isEqualTo(Set.of("FACILITATOR"));
        assertThat(family(8).notVerifiedAttributions()).isEqualTo(Set.of("FACILITATOR"));
        assertThat(family(9).notVerifiedAttributions()).isEqualTo(Set.of("SERVICE_POINT"));
        assertThat(family(10).notVerifiedAttributions()).isEqualTo(Set.of("FACILITATOR"));
        assertThat(family(25).notVerifiedAttributions()).isEqualTo(Set.of("FACILITATOR"));
        assertThat(family(1).notVerifiedAttributions()).isEmpty();
    }

    @Test
    void theFourHighestOfSixMembersArePaid() {
        assertThat(family(41).members()).hasSize(6);
        assertThat(family(41).payment())
                .isEqualTo(
                        new ExpectedPayment(
                                750_000 + 750_000 + 600_000 + 500_000, "PAYABLE", false));
    }

    @Test
    void aComponentThatEndedIsNotPaid() {
        assertThat(family(11).payment()).isNull();
        assertThat(family(13).payment()).isEqualTo(new ExpectedPayment(225_000, "PAYABLE", false));
    }

    @Test
    void somebodyUnknownOnTheFormIsNamed() {
        assertThat(counted.refusals())
                .containsExactly(
                        new RowProblem(
                                "health/2026-Q1/17.71.08.1001/P17710801.csv", 25, "nikanggota"));
    }

    @ParameterizedTest(name = "{0} a year over {1} months is {2}")
    @CsvSource({
        "2000000, 3, 500000",
        "2000000, 2, 333333",
        "2000000, 1, 166667",
        "900000, 3, 225000",
        "3000000, 12, 3000000",
        "6, 1, 1",
        "5, 1, 0"
    })
    void roundingIsHalfUpToWholeRupiah(long annual, long months, long share) {
        assertThat(Payments.share(annual, months)).isEqualTo(share);
    }
}
