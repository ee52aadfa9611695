package id.pkh.disbursement.treasury.domain;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.disbursement.treasury.domain.Sp2d.Decision;
import id.pkh.disbursement.treasury.domain.Sp2d.Statement;
import id.pkh.disbursement.treasury.domain.Sp2d.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Sp2dTest {

    private static final Instant AT = Instant.parse("2026-04-08T03:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "RECORDED, other,   X-1, 100, ",
        "RECORDED, officer, X-1, 100, SP2D_SAME_PERSON",
        "RECORDED, other,   X-2, 100, SP2D_DIFFERS",
        "RECORDED, other,   X-1,  99, SP2D_DIFFERS",
        "APPROVED, other,   X-1, 100, SP2D_NOT_WAITING",
        "REFUSED,  other,   X-1, 100, SP2D_NOT_WAITING"
    })
    void anotherPersonApprovesWhatIsRecorded(
            Status status, String person, String number, long amountIdr, String refusal) {
        assertThat(sp2d(status, null).approvalRefusal(person, number, amountIdr).orElse(null))
                .isEqualTo(refusal);
    }

    @ParameterizedTest
    @CsvSource({"RECORDED, ", "APPROVED, SP2D_NOT_WAITING", "REFUSED, SP2D_NOT_WAITING"})
    void onlyWhatWaitsIsRefused(Status status, String refusal) {
        assertThat(sp2d(status, null).refusalRefusal().orElse(null)).isEqualTo(refusal);
    }

    @ParameterizedTest
    @CsvSource({"RECORDED, SP2D_NOT_IN_FORCE", "APPROVED, ", "REFUSED, SP2D_NOT_IN_FORCE"})
    void onlyWhatIsInForceIsCorrected(Status status, String refusal) {
        assertThat(sp2d(status, null).correctionRefusal().orElse(null)).isEqualTo(refusal);
    }

    @Test
    void whatIsSupersededCountsNoMore() {
        Sp2d superseded = sp2d(Status.APPROVED, UUID.randomUUID());
        assertThat(superseded.isInForce()).isFalse();
        assertThat(superseded.correctionRefusal()).contains(Sp2d.SP2D_NOT_IN_FORCE);
    }

    private static Sp2d sp2d(Status status, UUID supersededBy) {
        return new Sp2d(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "2026-T2",
                new Statement("BRI", "X-1", LocalDate.of(2026, 4, 8), "S-1", 100),
                null,
                null,
                status,
                "officer",
                AT,
                status == Status.RECORDED ? null : new Decision("other", AT, null),
                supersededBy);
    }
}
