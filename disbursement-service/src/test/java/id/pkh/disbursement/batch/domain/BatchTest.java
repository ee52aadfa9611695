package id.pkh.disbursement.batch.domain;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.disbursement.batch.domain.Batch.Act;
import id.pkh.disbursement.batch.domain.Batch.Figures;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchTest {

    private static final Instant NOW = Instant.parse("2026-04-10T02:00:00Z");
    private static final UUID ID = new UUID(1, 2);

    private static Batch batch(BatchStatus status) {
        return batch(status, null);
    }

    private static Batch batch(BatchStatus status, Instant fileGivenAt) {
        boolean approved = status == BatchStatus.APPROVED || status == BatchStatus.SENT;
        return new Batch(
                ID,
                ID,
                "2026-T2",
                ID,
                "BRI",
                "BRINIDJA",
                "1",
                "KEMENSOS",
                BatchKind.REGULAR,
                1,
                "PKH-2026T2-BRI-001",
                status,
                List.of("maker", "second maker"),
                NOW,
                status == BatchStatus.PREPARING ? null : new Figures(1, 1, 0, "aa", NOW),
                0,
                approved ? new Act("checker", NOW) : null,
                fileGivenAt,
                status == BatchStatus.SENT ? new Act("sender", NOW) : null,
                null,
                null);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "PREPARING, checker,      aa, BATCH_NOT_PREPARED",
                "PREPARED,  checker,      aa, -",
                "PREPARED,  checker,      bb, BATCH_HASH_DIFFERS",
                "PREPARED,  maker,        aa, BATCH_SAME_PERSON",
                "PREPARED,  second maker, aa, BATCH_SAME_PERSON",
                "APPROVED,  checker,      aa, BATCH_NOT_PREPARED",
                "SENT,      checker,      aa, BATCH_NOT_PREPARED",
                "REJECTED,  checker,      aa, BATCH_NOT_PREPARED"
            })
    void approving(BatchStatus status, String person, String hash, String refusal) {
        assertThat(batch(status).approvalRefusal(person, hash).orElse(null)).isEqualTo(refusal);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "PREPARING, aa, BATCH_NOT_PREPARED",
                "PREPARED,  aa, -",
                "PREPARED,  bb, BATCH_HASH_DIFFERS",
                "APPROVED,  aa, BATCH_NOT_PREPARED",
                "SENT,      aa, BATCH_NOT_PREPARED",
                "REJECTED,  aa, BATCH_NOT_PREPARED"
            })
    void takingAPaymentOut(BatchStatus status, String hash, String refusal) {
        assertThat(batch(status).takingOutRefusal(hash).orElse(null)).isEqualTo(refusal);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "PREPARING, sender,       aa, BATCH_NOT_APPROVED",
                "PREPARED,  sender,       aa, BATCH_NOT_APPROVED",
                "APPROVED,  sender,       aa, -",
                "APPROVED,  sender,       bb, BATCH_HASH_DIFFERS",
                "APPROVED,  maker,        aa, BATCH_SAME_PERSON",
                "APPROVED,  second maker, aa, BATCH_SAME_PERSON",
                "APPROVED,  checker,      aa, BATCH_SAME_PERSON",
                "SENT,      other,        aa, BATCH_ALREADY_SENT",
                "REJECTED,  sender,       aa, BATCH_NOT_APPROVED"
            })
    void sending(BatchStatus status, String person, String hash, String refusal) {
        assertThat(batch(status).sendingRefusal(person, hash).orElse(null)).isEqualTo(refusal);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "PREPARING, checker, aa, BATCH_NOT_PREPARED",
                "PREPARED,  checker, aa, -",
                "PREPARED,  checker, bb, BATCH_HASH_DIFFERS",
                "PREPARED,  maker,   aa, BATCH_SAME_PERSON",
                "APPROVED,  checker, aa, -",
                "SENT,      checker, aa, BATCH_ALREADY_SENT",
                "REJECTED,  checker, aa, BATCH_NOT_PREPARED"
            })
    void rejecting(BatchStatus status, String person, String hash, String refusal) {
        assertThat(batch(status).rejectionRefusal(person, hash).orElse(null)).isEqualTo(refusal);
    }

    @ParameterizedTest
    @CsvSource({
        "PREPARED, second maker, true",
        "PREPARED, checker,      false",
        "SENT,     maker,        true",
        "SENT,     checker,      true",
        "SENT,     sender,       true",
        "SENT,     other,        false"
    })
    void havingPart(BatchStatus status, String person, boolean part) {
        assertThat(batch(status).hasPart(person)).isEqualTo(part);
    }

    @Test
    void aBatchWhoseFileWasDownloadedCannotBeRejected() {
        Batch given = batch(BatchStatus.APPROVED, NOW);
        assertThat(given.rejectionRefusal("checker", "aa")).contains("BATCH_FILE_GIVEN_OUT");
        assertThat(given.sendingRefusal("sender", "aa")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-T2,        BRI,     1,    PKH-2026T2-BRI-001,                 PKH TAHAP 2 2026",
        "2026-T12,       MANDIRI, 9999, PKH-2026T12-MANDIRI-9999,           PKH TAHAP 12 2026",
        "2026T2,         BRI,     1,    '',                                 PKH 2026T2",
        "2026-T2-SUSULAN.LONG_CODE.0001, MANDIRI, 99999, '',                PKH 2026-T2-SUSULAN.LONG_CODE.0001"
    })
    void theMessageIdFitsIntoItsField(
            String code, String bank, int fileNo, String name, String remittance) {
        String made = MessageId.of(code, bank, fileNo);
        assertThat(made).hasSizeLessThanOrEqualTo(35);
        if (!name.isEmpty()) {
            assertThat(made).isEqualTo(name);
        } else {
            assertThat(made)
                    .startsWith("PKH-X")
                    .isNotEqualTo(MessageId.of("2026-T2", bank, fileNo));
        }
        assertThat(MessageId.remittanceOf(code)).isEqualTo(remittance);
        assertThat(MessageId.reference(ID)).hasSize(32).doesNotContain("-");
    }
}
