package id.pkh.disbursement.bankkey;

import static id.pkh.disbursement.support.BankSigner.APPROVER;
import static id.pkh.disbursement.support.BankSigner.CLERK;
import static id.pkh.testsupport.time.Days.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import id.pkh.disbursement.BankComponentTest;
import id.pkh.disbursement.support.BankSigner;
import id.pkh.platform.security.Roles;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The keys of banks: recorded by one person, approved by another, withdrawn by one. */
@QuarkusTest
class BankKeyComponentTest extends BankComponentTest {

    private static final BankSigner BANK = BankSigner.called("Bank Contoh");
    private static final BankSigner WEAK =
            BankSigner.withRsa("Lemah", 1024, KeyUsage.digitalSignature);

    @Test
    void anotherPersonApprovesByTheFingerprint() {
        String key =
                record("X509", BANK.certificate())
                        .statusCode(201)
                        .body("status", equalTo("RECORDED"))
                        .body("fingerprint", matchesPattern("[0-9a-f]{64}"))
                        .body("owner", equalTo("Bank Contoh"))
                        .body("recorded_by", equalTo(CLERK))
                        .extract()
                        .path("key_id");
        String fingerprint = BankSigner.fingerprintOf(key);
        assertThat(work(Caller.approver(APPROVER))).contains("BANK_KEY_TO_APPROVE " + key);
        assertThat(work(Caller.approver(CLERK))).doesNotContain("BANK_KEY_TO_APPROVE " + key);

        BankSigner.approve(CLERK, key, fingerprint)
                .statusCode(409)
                .body("code", equalTo("BANK_KEY_SAME_PERSON"));
        BankSigner.approve(APPROVER, key, "0".repeat(64))
                .statusCode(409)
                .body("code", equalTo("BANK_KEY_DIFFERS"))
                .body("fingerprint", equalTo(fingerprint));
        withdraw(Caller.officer(CLERK), key)
                .statusCode(409)
                .body("code", equalTo("BANK_KEY_NOT_IN_FORCE"));
        BankSigner.approve(APPROVER, key, fingerprint)
                .statusCode(200)
                .body("status", equalTo("APPROVED"))
                .body("decided_by", equalTo(APPROVER))
                .body("withdrawn_by", nullValue());
        BankSigner.approve(APPROVER, key, fingerprint)
                .statusCode(409)
                .body("code", equalTo("BANK_KEY_NOT_WAITING"));
        refuse(Caller.officer(CLERK), key)
                .statusCode(409)
                .body("code", equalTo("BANK_KEY_NOT_WAITING"));
        assertThat(work(Caller.approver(APPROVER))).isEmpty();
    }

    @Test
    void aRefusedKeyCanBeRecordedAgainAndAWithdrawnOneNever() {
        String first = record("OPENPGP", BANK.pgpKey()).statusCode(201).extract().path("key_id");
        record("OPENPGP", BANK.pgpKey())
                .statusCode(409)
                .body("code", equalTo("BANK_KEY_ALREADY_RECORDED"));
        refuse(Caller.officer(CLERK), first)
                .statusCode(200)
                .body("status", equalTo("REFUSED"))
                .body("refusal_reason", equalTo("The bank asked for it"));
        String second = record("OPENPGP", BANK.pgpKey()).statusCode(201).extract().path("key_id");
        BankSigner.approve(APPROVER, second, BankSigner.fingerprintOf(second)).statusCode(200);

        withdraw(Caller.officer("officer-7"), second)
                .statusCode(200)
                .body("status", equalTo("APPROVED"))
                .body("withdrawn_by", equalTo("officer-7"))
                .body("withdrawal_reason", equalTo("The bank asked for it"));
        withdraw(Caller.officer("officer-7"), second)
                .statusCode(409)
                .body("code", equalTo("BANK_KEY_NOT_IN_FORCE"));
        BankSigner.record("BNI", "OPENPGP", BANK.pgpKey(), today(), yearOn())
                .statusCode(409)
                .body("code", equalTo("BANK_KEY_ALREADY_RECORDED"));
        Caller.ofBank("BRI").get("/bank-keys").body("items.key_id", contains(first, second));
        Caller.ofBank("BNI").get("/bank-keys").statusCode(200).body("items", hasSize(0));
        Caller.ofBank("BNI").get("/bank-keys?bank=BRI").statusCode(403);
    }

    @Test
    void refusesWhatIsNoKeyOfABankAndWhoMayNotActOnOne() {
        record("X509", WEAK.certificate()).statusCode(422).body("code", equalTo("BANK_KEY_UNFIT"));
        record("OPENPGP", BANK.certificate())
                .statusCode(422)
                .body("code", equalTo("BANK_KEY_UNREADABLE"));
        record("PEM", BANK.certificate())
                .statusCode(422)
                .body("code", equalTo("BANK_KEY_KIND_UNKNOWN"));
        BankSigner.record("BPD", "X509", BANK.certificate(), today(), yearOn())
                .statusCode(422)
                .body("code", equalTo("BANK_CODE_UNKNOWN"));
        for (LocalDate[] days :
                List.of(
                        new LocalDate[] {today(), today().minusDays(1)},
                        new LocalDate[] {today().minusDays(20), today().minusDays(10)},
                        new LocalDate[] {today().minusDays(500), yearOn()},
                        new LocalDate[] {today(), today().plusDays(900)})) {
            BankSigner.record("BRI", "X509", BANK.certificate(), days[0], days[1])
                    .statusCode(422)
                    .body("code", equalTo("BANK_KEY_DAYS_INVALID"));
        }
        BankSigner.record(Caller.officer(CLERK), "BRI", "X509", "no base 64", today(), yearOn())
                .statusCode(400);
        BankSigner.record(Caller.officer(CLERK), "BRI", "X509", "QUJD=", today(), yearOn())
                .statusCode(422)
                .body("code", equalTo("BANK_KEY_UNREADABLE"));
        Caller regional = Caller.named("officer-9", Roles.MINISTRY_OFFICER, "17");
        BankSigner.record(regional, "BRI", "X509", "QUJD", today(), yearOn())
                .statusCode(403)
                .body("code", equalTo("AREAS_NOT_NATIONAL"));
        regional.get("/bank-keys")
                .statusCode(403)
                .body("code", equalTo("AREAS_DO_NOT_COVER_PAYMENTS"));
        String nobody = UUID.randomUUID().toString();
        BankSigner.approve(APPROVER, nobody, "f").statusCode(404);
        refuse(Caller.officer(), nobody).statusCode(404);
        withdraw(Caller.officer(), nobody).statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE bank_key SET bank = 'BNI'",
                "UPDATE bank_key SET content = '\\x00'",
                "UPDATE bank_key SET valid_until = valid_until + 1",
                "UPDATE bank_key SET decided_by = 'other'",
                "UPDATE bank_key SET status = 'RECORDED', decided_by = NULL, decided_at = NULL",
                "UPDATE bank_key SET withdrawn_by = 'one'",
                "DELETE FROM bank_key",
                "INSERT INTO bank_key SELECT gen_random_uuid(), 'BNI', kind, fingerprint, owner, content, valid_from, valid_until,"
                        + " 'APPROVED', 'a', now(), 'b', now() FROM bank_key",
                "INSERT INTO bank_key SELECT gen_random_uuid(), bank, kind, repeat('a', 64), owner, content, valid_from, valid_until,"
                        + " 'APPROVED', 'a', now(), 'a', now() FROM bank_key"
            })
    void theDatabaseProtectsAnApprovedKey(String sql) {
        BANK.trustedFor("BRI");

        assertThat(catchThrowable(() -> tables.execute(sql))).as(sql).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE bank_key SET withdrawn_by = NULL, withdrawn_at = NULL, withdrawal_reason = NULL",
                "UPDATE bank_key SET withdrawal_reason = 'other'"
            })
    void theDatabaseNeverTakesAWithdrawalBack(String sql) {
        String key = BANK.trustedFor("BRI");
        withdraw(Caller.officer(), key).statusCode(200);

        assertThat(catchThrowable(() -> tables.execute(sql))).as(sql).isNotNull();
    }

    private static ValidatableResponse record(String kind, byte[] key) {
        return BankSigner.record("BRI", kind, key, today(), yearOn());
    }

    private static ValidatableResponse withdraw(Caller person, String key) {
        return BankSigner.end(person, key, "withdrawal");
    }

    private static ValidatableResponse refuse(Caller person, String key) {
        return BankSigner.end(person, key, "refusal");
    }

    private static List<String> work(Caller caller) {
        return caller.get("/my-work")
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList(
                        "items.findAll { it.kind == 'BANK_KEY_TO_APPROVE' }.collect { it.kind + ' ' + it.subject_ids[0] }");
    }

    private static LocalDate yearOn() {
        return today().plusDays(300);
    }
}
