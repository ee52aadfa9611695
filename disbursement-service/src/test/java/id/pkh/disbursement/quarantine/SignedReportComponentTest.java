package id.pkh.disbursement.quarantine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import id.pkh.disbursement.BankComponentTest;
import id.pkh.disbursement.report.inbox.ScanInbox;
import id.pkh.disbursement.support.BankApi;
import id.pkh.disbursement.support.BankSigner;
import id.pkh.disbursement.support.InboxFolder;
import id.pkh.disbursement.support.Pain002;
import id.pkh.platform.security.Roles;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.openpgp.PGPSignature;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file of a bank that signs is read only with a valid signature; otherwise nothing moves. */
@QuarkusTest
@QuarkusTestResource(value = InboxFolder.class, restrictToAnnotatedClass = false)
class SignedReportComponentTest extends BankComponentTest {

    private static final String MESSAGE = "PKH-2026T2-BRI-001";
    private static final Caller CLERK = Caller.ofBank("BRI");
    private static final Caller FIRST = Caller.officer("first");
    private static final Caller SECOND = Caller.approver("second");
    private static final BankSigner BRI = BankSigner.called("Bank BRI");
    private static final BankSigner BNI = BankSigner.called("Bank BNI");

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Jakarta"));
    }

    @Inject ScanInbox scanInbox;

    @ConfigProperty(name = "pkh.disbursement.bank.inbox")
    Path inbox;

    @BeforeEach
    void emptyInbox() throws IOException {
        try (Stream<Path> files = Files.walk(inbox)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void aSignedFileIsAppliedAndNamesItsKey() {
        byte[] report = credit();
        String key = BRI.trustedFor("BRI");

        BankSigner.report(CLERK, "", report, BRI.cms(report))
                .statusCode(201)
                .body("signed_with", equalTo(key))
                .body("moves_all", equalTo(false));

        assertThat(states()).containsExactly("CREDITED 1");
        BankSigner.report(CLERK, "", report, BRI.cms(report))
                .statusCode(200)
                .body("repeated", equalTo(true));
    }

    @Test
    void anOpenPgpKeySignsAsWell() {
        byte[] report = credit();
        String key =
                BankSigner.record(
                                "BRI",
                                "OPENPGP",
                                BRI.pgpKey(),
                                today().minusDays(1),
                                today().plusDays(9))
                        .statusCode(201)
                        .extract()
                        .path("key_id");
        BankSigner.approve(BankSigner.APPROVER, key, BankSigner.fingerprintOf(key));

        BankSigner.report(
                        CLERK,
                        "",
                        report,
                        BRI.pgp(report, HashAlgorithmTags.SHA256, PGPSignature.BINARY_DOCUMENT))
                .statusCode(201)
                .body("signed_with", equalTo(key));
        assertThat(states()).containsExactly("CREDITED 1");
    }

    @Test
    void everyOtherSignatureIsNamedKeptOnceAndMovesNothing() {
        byte[] report = credit();
        BNI.trustedFor("BNI");
        BankSigner expired = BankSigner.called("Bank BRI");
        BankSigner early = BankSigner.called("Bank BRI");
        BankSigner withdrawn = BankSigner.called("Bank BRI");
        expired.trustedFor("BRI", today().minusDays(30), today());
        tables.execute("ALTER TABLE bank_key DISABLE TRIGGER bank_key_fixed");
        tables.execute("UPDATE bank_key SET valid_until = valid_until - 3 WHERE bank = 'BRI'");
        tables.execute("ALTER TABLE bank_key ENABLE TRIGGER bank_key_fixed");
        early.trustedFor("BRI", today().plusDays(3), today().plusDays(30));
        BankSigner.end(FIRST, withdrawn.trustedFor("BRI"), "withdrawal").statusCode(200);
        BRI.trustedFor("BRI");
        byte[] other = report.clone();
        other[other.length - 3] ^= 1;

        quarantined("MISSING", report, null);
        quarantined("INVALID", report, BRI.cms(other));
        quarantined("WRONG_BANK", report, BNI.cms(report));
        quarantined("EXPIRED", report, expired.cms(report));
        quarantined("NOT_YET_VALID", report, early.cms(report));
        quarantined("WITHDRAWN", report, withdrawn.cms(report));
        quarantined("ALGORITHM_WEAK", report, BRI.cms(report, "SHA1", false, true));
        CLERK.with("Report-Signature", "%%%")
                .request()
                .contentType("application/xml")
                .body(report)
                .post("/api/v1/bank-reports")
                .then()
                .statusCode(422)
                .body("signature", equalTo("INVALID"));
        quarantined("INVALID", other, BRI.cms(report));

        assertThat(states()).containsExactly("SENT 1");
        assertThat(tables.lines("SELECT 1 FROM bank_report")).isEmpty();
        Caller.auditor()
                .get("/quarantined-files?bank=BRI")
                .statusCode(200)
                .body(
                        "items.signature",
                        contains(
                                "INVALID",
                                "ALGORITHM_WEAK",
                                "WITHDRAWN",
                                "NOT_YET_VALID",
                                "EXPIRED",
                                "WRONG_BANK",
                                "INVALID",
                                "MISSING"))
                .body("items.accepted_as", everyItem(nullValue()));
        Caller.ofBank("BNI").get("/quarantined-files").body("items", hasSize(0));
        Caller.named("officer-9", Roles.MINISTRY_OFFICER, "17")
                .get("/quarantined-files")
                .statusCode(403)
                .body("code", equalTo("AREAS_DO_NOT_COVER_PAYMENTS"));
        BankApi.exceptions("?class=SIGNATURE_NOT_VALID").body("items", hasSize(8));

        BankSigner.report(CLERK, "", report, BRI.cms(report)).statusCode(201);
        assertThat(states()).containsExactly("CREDITED 1");
        CLERK.get("/quarantined-files?limit=500")
                .body("items[0].accepted_as", nullValue())
                .body("items[1].accepted_as", notNullValue());
    }

    /** The proof itself is tested with every byte. */
    @Test
    void aSignedFileThatWasChangedOrCutAnywhereIsNeverRead() {
        byte[] report = credit();
        BRI.trustedFor("BRI");
        byte[] signature = BRI.cms(report);
        for (int at = 1; at < report.length; at += 29) {
            byte[] flipped = report.clone();
            flipped[at] ^= 4;
            refused("INVALID", flipped, signature);
            refused("INVALID", Arrays.copyOf(report, at), signature);
        }
        assertThat(states()).containsExactly("SENT 1");
        assertThat(tables.lines("SELECT 1 FROM bank_report")).isEmpty();
    }

    private void quarantined(String signature, byte[] report, byte[] with) {
        String first = refused(signature, report, with);
        assertThat(refused(signature, report, with)).isEqualTo(first);
    }

    private static String refused(String signature, byte[] report, byte[] with) {
        return BankSigner.report(CLERK, "", report, with)
                .statusCode(422)
                .body("code", equalTo("REPORT_SIGNATURE_NOT_VALID"))
                .body("signature", equalTo(signature))
                .extract()
                .path("file_id");
    }

    @Test
    void whatTheMinistryBringsInNeedsTheSignatureAndASecondPersonToo() {
        byte[] report = credit();
        BRI.trustedFor("BRI");

        BankSigner.report(FIRST, "?bank=BRI", report, null)
                .statusCode(422)
                .body("signature", equalTo("MISSING"));
        String id =
                BankSigner.report(FIRST, "?bank=BRI", report, BRI.cms(report))
                        .statusCode(202)
                        .body("status", equalTo("AWAITING_CONFIRMATION"))
                        .extract()
                        .path("report_id");
        assertThat(states()).containsExactly("SENT 1");
        BankSigner.report(CLERK, "", report, null).statusCode(422);
        assertThat(states()).containsExactly("SENT 1");
        BankSigner.report(CLERK, "", report, BRI.cms(report))
                .statusCode(200)
                .body("report_id", equalTo(id))
                .body("status", equalTo("APPLIED"));
        assertThat(states()).containsExactly("CREDITED 1");
    }

    @Test
    void inTheFolderTheSignatureLiesBesideItsFile() throws IOException {
        byte[] report = credit();
        BRI.trustedFor("BRI");
        put("a.xml.p7s", BNI.cms(report), 600);
        put("a.xml", report, 600);
        put("b.xml", report, 600);
        put("c.xml", report, 600);
        put("c.xml.p7s", BRI.cms(report), 0);
        put("d.xml.sig", new byte[20_000], 600);
        put("d.xml", report, 600);

        assertThat(scanInbox.handle()).isEqualTo(3);

        assertThat(states()).containsExactly("SENT 1");
        assertThat(in("BRI")).containsExactly("c.xml", "c.xml.p7s");
        assertThat(in("BRI/quarantine"))
                .containsExactly(
                        "a.xml",
                        "a.xml.p7s",
                        "a.xml.result.json",
                        "b.xml",
                        "b.xml.result.json",
                        "d.xml",
                        "d.xml.result.json",
                        "d.xml.sig");
        assertThat(Files.readString(inbox.resolve("BRI/quarantine/b.xml.result.json")))
                .contains("REPORT_SIGNATURE_NOT_VALID", "MISSING");

        put("c.xml.p7s", BRI.cms(report), 600);
        assertThat(scanInbox.handle()).isEqualTo(1);
        assertThat(states()).containsExactly("CREDITED 1");
        assertThat(in("BRI/done")).containsExactly("c.xml", "c.xml.p7s", "c.xml.result.json");
        assertThat(in("BRI")).isEmpty();
    }

    private void put(String name, byte[] content, int secondsAgo) throws IOException {
        Path file = Files.createDirectories(inbox.resolve("BRI")).resolve(name);
        Files.write(file, content);
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(secondsAgo)));
    }

    private List<String> in(String folder) throws IOException {
        try (Stream<Path> files = Files.list(inbox.resolve(folder))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void anUnsignedRefusalOfAWholeFileWaitsForTwoPersonsOfTheMinistry() {
        String id = unsignedRefusal();
        String sha256 = tables.text("SELECT sha256 FROM bank_report");
        assertThat(work(FIRST)).containsExactly(id);

        BankApi.confirmReport(Caller.officer(BankApi.MAKER), id, sha256)
                .statusCode(409)
                .body("code", equalTo("REPORT_SAME_PERSON"));
        BankApi.confirmReport(FIRST, id, sha256)
                .statusCode(202)
                .body("status", equalTo("AWAITING_CONFIRMATION"))
                .body("first_confirmation.by", equalTo("first"))
                .body("confirmation", nullValue());
        assertThat(states()).containsExactly("SENT 2");
        assertThat(work(FIRST)).isEmpty();
        BankApi.confirmReport(FIRST, id, sha256)
                .statusCode(409)
                .body("code", equalTo("REPORT_SAME_PERSON"));
        BankApi.confirmReport(SECOND, id, sha256)
                .statusCode(202)
                .body("confirmation.by", equalTo("second"));

        jobs.await(UUID.fromString(id), Duration.ofSeconds(30));
        assertThat(states()).containsExactly("REJECTED 2");
    }

    @Test
    void theBankEndsTheWaitingByItsSignature() {
        byte[] report = refusal();
        String id = waiting(report);
        BankSigner.report(CLERK, "", report, null).statusCode(202);
        assertThat(states()).containsExactly("SENT 2");
        String key = BRI.trustedFor("BRI");

        BankSigner.report(CLERK, "", report, BRI.cms(report))
                .statusCode(200)
                .body("report_id", equalTo(id))
                .body("status", equalTo("APPLIED"))
                .body("signed_with", equalTo(key))
                .body("confirmation", nullValue());
        assertThat(states()).containsExactly("REJECTED 2");
    }

    @Test
    void anUnsignedRefusalOfAWholeFileIsRejectedByOnePerson() {
        String id = unsignedRefusal();

        BankApi.rejectReport(FIRST, id, tables.text("SELECT sha256 FROM bank_report"))
                .statusCode(200)
                .body("status", equalTo("REJECTED"));
        assertThat(states()).containsExactly("SENT 2");
    }

    @Test
    void anUnsignedDeliveryDoesNotConfirmARefusalOfAWholeFile() {
        byte[] report = refusal();
        String id =
                BankSigner.report(FIRST, "?bank=BRI", report, null)
                        .statusCode(202)
                        .body("moves_all", equalTo(true))
                        .extract()
                        .path("report_id");

        BankSigner.report(CLERK, "", report, null)
                .statusCode(202)
                .body("status", equalTo("AWAITING_CONFIRMATION"));
        assertThat(states()).containsExactly("SENT 2");
        BankApi.confirmReport(SECOND, id, tables.text("SELECT sha256 FROM bank_report"))
                .statusCode(202);
        jobs.await(UUID.fromString(id), Duration.ofSeconds(30));
        assertThat(states()).containsExactly("REJECTED 2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE bank_report SET status = 'STAGED'",
                "UPDATE bank_report SET status = 'STAGED', moves_all = false",
                "UPDATE bank_report SET status = 'STAGED', confirmed_by = 'first', confirmed_at = now()",
                "UPDATE bank_report SET status = 'STAGED', confirmed_by = 'first', confirmed_at = now(),"
                        + " first_confirmed_by = 'first', first_confirmed_at = now()",
                "UPDATE bank_report SET status = 'STAGED', confirmed_by = 'first', confirmed_at = now(),"
                        + " first_confirmed_by = 'clerk-BRI', first_confirmed_at = now()",
                "UPDATE bank_report SET status = 'STAGED', confirmed_by = 'first', confirmed_at = now(),"
                        + " first_confirmed_by = 'maker-1', first_confirmed_at = now()",
                "UPDATE bank_report SET status = 'STAGED', confirmed_by = 'sender-1', confirmed_at = now(),"
                        + " first_confirmed_by = 'first', first_confirmed_at = now()",
                "UPDATE bank_report SET status = 'STAGED', signed_with = (SELECT key_id FROM bank_key)"
            })
    void theDatabaseRequiresASignatureOrTwoPersonsForAWholeFile(String sql) {
        unsignedRefusal();
        BNI.trustedFor("BNI");

        assertThat(catchThrowable(() -> tables.execute(sql))).as(sql).isNotNull();
    }

    @Test
    void theDatabaseRefusesAnUnsignedReportOfABankThatSigns() {
        byte[] report = credit();
        BankApi.report("BRI", report).statusCode(201);
        BRI.trustedFor("BRI");

        assertThat(
                        catchThrowable(
                                () ->
                                        tables.execute(
                                                "INSERT INTO bank_report (report_id, bank, sha256, bytes, filename, namespace,"
                                                        + " message_id, batch_id, status, lines, received_by, received_at, outcomes,"
                                                        + " channel) SELECT gen_random_uuid(), bank, repeat('1', 64), bytes, filename,"
                                                        + " namespace, message_id, batch_id, 'STAGED', lines, received_by, now(),"
                                                        + " outcomes, channel FROM bank_report")))
                .hasStackTraceContaining("has no signature");
    }

    private byte[] credit() {
        UUID kpm = familyAt("BRI");
        sentBatch();
        return Pain002.answering(MESSAGE).line(paymentOf(kpm), "ACCC").bytes();
    }

    private byte[] refusal() {
        familiesAt("BRI", 2);
        sentBatch();
        return Pain002.answering(MESSAGE).group("RJCT", "FF01").bytes();
    }

    private String unsignedRefusal() {
        return waiting(refusal());
    }

    private String waiting(byte[] report) {
        ValidatableResponse answer =
                BankSigner.report(CLERK, "", report, null)
                        .statusCode(202)
                        .body("status", equalTo("AWAITING_CONFIRMATION"))
                        .body("channel", equalTo("BANK"))
                        .body("moves_all", equalTo(true));
        assertThat(states()).containsExactly("SENT 2");
        return answer.extract().path("report_id");
    }

    private static List<String> work(Caller caller) {
        return caller.get("/my-work")
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList(
                        "items.findAll { it.kind == 'REPORT_TO_CONFIRM' }.collect { it.subject_ids[0] }");
    }
}
