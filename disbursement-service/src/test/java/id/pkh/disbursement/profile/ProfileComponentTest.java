package id.pkh.disbursement.profile;

import static id.pkh.disbursement.support.ProfileApi.APPROVER;
import static id.pkh.disbursement.support.ProfileApi.CLERK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import id.pkh.disbursement.DisbursementComponentTest;
import id.pkh.disbursement.support.ProfileApi;
import id.pkh.disbursement.support.SampleProfile;
import id.pkh.platform.security.Roles;
import id.pkh.testsupport.RuleTable;
import id.pkh.testsupport.files.Workbooks;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How profiles of banks are entered, tried and confirmed. */
@QuarkusTest
class ProfileComponentTest extends DisbursementComponentTest {

    private static final String PAYMENT = "01983f2a6c107b3e9d517d1f3a5c8e01";
    private static final Caller OFFICER = Caller.officer(CLERK);

    private static String entered() {
        return ProfileApi.enter("BRI", SampleProfile.csv(), ProfileApi.today())
                .statusCode(201)
                .body("status", equalTo("ENTERED"))
                .body("entered_by", equalTo(CLERK))
                .body("trial_id", nullValue())
                .body("content.number_form", equalTo("DOT_GROUPS"))
                .body("content.columns", hasSize(8))
                .extract()
                .path("profile_id");
    }

    private static byte[] sample() {
        return SampleProfile.csv(
                SampleProfile.rows(
                        SampleProfile.line(PAYMENT, "225.000,00", "BERHASIL", "", "R1"),
                        SampleProfile.totals(1, "225.000,00")));
    }

    private static byte[] badSample() {
        return SampleProfile.csv(
                SampleProfile.rows(
                        SampleProfile.line(PAYMENT, "225,000.00", "BERHASIL", "", "R1"),
                        SampleProfile.line("1771080101900001", "225.000", "SEBAGIAN", "", "R2"),
                        SampleProfile.totals(2, "450.000")));
    }

    @Test
    void aTrialShowsRowByRowWhatWouldBeReadAndMovesNothing() {
        String profile = entered();

        ProfileApi.tryOut(OFFICER, profile, badSample())
                .statusCode(201)
                .body("all_read", equalTo(false))
                .body("lines", equalTo(1))
                .body("unreadable", equalTo(2))
                .body("rows.kind", contains("UNREADABLE", "LINE", "TOTALS", "LEFT_OUT"))
                .body("rows[0].row", equalTo(3))
                .body("rows[0].column", equalTo("4 Nominal"))
                .body("rows[0].found", equalTo("AMOUNT_OF_OTHER_FORM"))
                .body("rows[0].expected", equalTo("1.000.000,00"))
                .body("rows[1].found", equalTo("WORD_UNKNOWN"))
                .body("rows[1].end_to_end_ref", not(containsString("1771080101900001")));
        ProfileApi.tryOut(OFFICER, profile, sample())
                .statusCode(201)
                .body("all_read", equalTo(true))
                .body("sum_idr", equalTo(225_000))
                .body("rows[0].end_to_end_ref", equalTo(PAYMENT))
                .body("rows[0].account", equalTo("***********0123"))
                .body("rows[0].amount_idr", equalTo(225_000))
                .body("rows[0].status", equalTo("SALUR"))
                .body("rows[0].day", equalTo("2026-04-20"))
                .body("rows[1].count", equalTo(1));

        assertThat(tables.number("SELECT count(*) FROM bank_report")).isZero();
        assertThat(tables.lines("SELECT lines, unreadable, all_read FROM bank_profile_trial"))
                .containsExactlyInAnyOrder("1 2 f", "1 0 t");
        assertThat(tables.lines("SELECT t::text FROM bank_profile_trial t").toString())
                .doesNotContain(PAYMENT);
    }

    @Test
    void anotherPersonConfirmsByTheHashAndOnlyAfterATrialThatReadEverything() {
        String profile = entered();
        String hash = ProfileApi.hashOf(profile);
        refused(APPROVER, profile, hash, "PROFILE_NOT_TRIED");
        ProfileApi.tryOut(OFFICER, profile, badSample()).statusCode(201);
        refused(APPROVER, profile, hash, "PROFILE_NOT_TRIED");
        assertThat(work(APPROVER)).isEmpty();
        ProfileApi.tryOut(OFFICER, profile, sample()).statusCode(201);
        assertThat(work(APPROVER)).containsExactly("PROFILE_TO_CONFIRM " + profile);
        assertThat(work(CLERK)).isEmpty();
        refused(CLERK, profile, hash, "PROFILE_SAME_PERSON");
        refused(APPROVER, profile, "0".repeat(64), "PROFILE_HASH_DIFFERS");

        ProfileApi.confirm(APPROVER, profile, hash)
                .statusCode(200)
                .body("status", equalTo("CONFIRMED"))
                .body("decision.by", equalTo(APPROVER))
                .body("decision.reason", nullValue())
                .body("trial_id", notNullValue());
        refused("approver-9", profile, hash, "PROFILE_NOT_WAITING");
        ProfileApi.tryOut(OFFICER, profile, sample())
                .statusCode(409)
                .body("code", equalTo("PROFILE_NOT_WAITING"));
        assertThat(work(APPROVER)).isEmpty();
    }

    @Test
    void aRefusedProfileIsNotUsed() {
        String profile = entered();
        ProfileApi.refuse(OFFICER, profile, " ")
                .statusCode(422)
                .body("code", equalTo("REASON_REQUIRED"));
        ProfileApi.refuse(OFFICER, profile, "the columns are wrong")
                .statusCode(200)
                .body("status", equalTo("REFUSED"))
                .body("decision.reason", equalTo("the columns are wrong"));
        ProfileApi.refuse(OFFICER, profile, "again")
                .statusCode(409)
                .body("code", equalTo("PROFILE_NOT_WAITING"));
        ProfileApi.withdraw(OFFICER, profile, "never used")
                .statusCode(409)
                .body("code", equalTo("PROFILE_NOT_IN_USE"));
    }

    @Test
    void oneOfADayIsInUseAndOnePersonStopsIt() {
        String first = ProfileApi.inUse("BRI", SampleProfile.csv(), sample());
        String second = entered();
        ProfileApi.tryOut(OFFICER, second, sample()).statusCode(201);
        ProfileApi.confirm(APPROVER, second, ProfileApi.hashOf(second))
                .statusCode(409)
                .body("code", equalTo("PROFILE_FIRST_DAY_TAKEN"));

        ProfileApi.withdraw(OFFICER, first, "the bank has changed its file")
                .statusCode(200)
                .body("status", equalTo("WITHDRAWN"))
                .body("withdrawal.by", equalTo(CLERK));
        ProfileApi.confirm(APPROVER, second, ProfileApi.hashOf(second)).statusCode(200);
        Caller.auditor()
                .get("/bank-profiles?bank=BRI")
                .statusCode(200)
                .body("items.profile_id", contains(first, second))
                .body("items.status", contains("WITHDRAWN", "CONFIRMED"));
        Caller.auditor().get("/bank-profiles?bank=BNI").body("items", hasSize(0));
        Caller.auditor().get("/bank-profiles?limit=1").body("next", notNullValue());
    }

    @Test
    void theDatabaseHoldsTheSameRules() {
        String profile = entered();
        ProfileApi.tryOut(OFFICER, profile, badSample()).statusCode(201);
        String confirm =
                "UPDATE bank_profile SET status = 'CONFIRMED', decided_by = '%s', decided_at = now(),"
                        + " trial_id = (SELECT trial_id FROM bank_profile_trial LIMIT 1)";

        assertThat(catchThrowable(() -> tables.execute(confirm.formatted("another"))))
                .hasStackTraceContaining("without a trial that read every line");
        assertThat(
                        catchThrowable(
                                () ->
                                        tables.execute(
                                                "UPDATE bank_profile SET valid_from = valid_from + 1")))
                .hasStackTraceContaining("does not change");
        ProfileApi.tryOut(OFFICER, profile, sample()).statusCode(201);
        assertThat(
                        catchThrowable(
                                () ->
                                        tables.execute(
                                                confirm.formatted(CLERK)
                                                        .replace(
                                                                "LIMIT 1",
                                                                "WHERE all_read LIMIT 1"))))
                .hasStackTraceContaining("bank_profile_by_two");
        assertThat(catchThrowable(() -> tables.execute("DELETE FROM bank_profile_trial")))
                .isNotNull();
    }

    @Test
    void whatCannotReadAFileIsNotEntered() {
        String content = SampleProfile.json(SampleProfile.csv());
        ProfileApi.enter("BRI", content.replace("\"encoding\":\"UTF_8\",", ""), ProfileApi.today())
                .statusCode(422)
                .body("code", equalTo("PROFILE_INCOMPLETE"))
                .body("part", equalTo("encoding, separator, quote"));
        ProfileApi.enter("BRI", content, "2026-01-01")
                .statusCode(422)
                .body("code", equalTo("PROFILE_FIRST_DAY_PASSED"));
        ProfileApi.enter("XYZ", content, ProfileApi.today())
                .statusCode(422)
                .body("code", equalTo("BANK_CODE_UNKNOWN"));
        ProfileApi.enter("BRI", content.replace("DOT_GROUPS", "GUESSED"), ProfileApi.today())
                .statusCode(400);
    }

    @Test
    void theLengthsOfAccountsAreThoseOfThePage() {
        assertThat(
                        tables.lines(
                                "SELECT bank, coalesce(account_digits::text, 'none'), unusual_length"
                                        + " FROM bank_terms WHERE valid_until IS NULL ORDER BY bank"))
                .isEqualTo(
                        RuleTable.rows(SampleProfile.PAGE, "bank", "digits", "another length")
                                .stream()
                                .map(row -> String.join(" ", row))
                                .toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "No. Referensi;Rekening | REPORT_COLUMN_MISSING",
                "%PDF-1.4 | FILE_IS_PDF",
                "<html> | FILE_KIND_UNKNOWN"
            })
    void aSampleThatIsNoTableIsRefused(String sample, String code) {
        ProfileApi.tryOut(OFFICER, entered(), sample.getBytes(StandardCharsets.UTF_8))
                .statusCode(422)
                .body("code", equalTo(code));
    }

    @Test
    void aSampleIsShortAndOfTheFormat() {
        String profile = entered();
        ProfileApi.tryOut(OFFICER, profile, "a;b\n".repeat(1_001).getBytes(StandardCharsets.UTF_8))
                .statusCode(413)
                .body("code", equalTo("FILE_TOO_MANY_ROWS"));
        ProfileApi.tryOut(OFFICER, profile, Workbooks.xlsx(List.of(List.of("a"))))
                .statusCode(422)
                .body("code", equalTo("PROFILE_OF_OTHER_FORMAT"));
    }

    @ParameterizedTest
    @ValueSource(strings = {Roles.BANK, Roles.FACILITATOR, Roles.AUDITOR})
    void othersEnterNothing(String role) {
        Caller.as(role, "*")
                .withNewKey()
                .post(
                        "/bank-profiles",
                        "{\"bank\":\"BRI\",\"valid_from\":\"%s\",\"content\":%s}"
                                .formatted(
                                        ProfileApi.today(),
                                        SampleProfile.json(SampleProfile.csv())))
                .statusCode(403);
    }

    private static void refused(String person, String profile, String hash, String code) {
        ProfileApi.confirm(person, profile, hash).statusCode(409).body("code", equalTo(code));
    }

    private static List<String> work(String approver) {
        return Caller.approver(approver)
                .read("/my-work")
                .getList("items.collect { it.kind + ' ' + it.subject_ids[0] }");
    }
}
