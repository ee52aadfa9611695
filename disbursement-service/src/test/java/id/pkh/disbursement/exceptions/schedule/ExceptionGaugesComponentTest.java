package id.pkh.disbursement.exceptions.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import id.pkh.disbursement.BankComponentTest;
import id.pkh.disbursement.support.BankApi;
import id.pkh.disbursement.support.FactEvents;
import id.pkh.disbursement.support.Pain002;
import id.pkh.platform.security.Roles;
import id.pkh.testsupport.metrics.ExposedMetrics;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Exceptions with their owners and deadlines, in lists, in the work and as figures. */
@QuarkusTest
class ExceptionGaugesComponentTest extends BankComponentTest {

    private static final String OVERDUE = "?overdue=true";

    @Inject ExceptionGauges gauges;

    /** An exception of each owner but the data administrator. */
    private void threeExceptions() {
        List<UUID> families = familiesAt("BRI", 2);
        sentBatch();
        String message = tables.text("SELECT message_id FROM payment_batch");
        BankApi.report(
                        "BRI",
                        Pain002.answering(message)
                                .line(paymentOf(families.get(0)), "RJCT", "AC04")
                                .line(UUID.randomUUID().toString(), "ACCC")
                                .bytes())
                .statusCode(201);
        Caller.officer().post("/bank-reports/overdue").statusCode(200);
    }

    @Test
    void theListFiltersByOwnerAndByDeadline() {
        threeExceptions();
        BankApi.exceptions("?owner=BANK&open=true")
                .body("items.exception_class", contains("MISSING_AFTER_SLA"));
        BankApi.exceptions("?owner=FACILITATOR")
                .body("items.exception_class", contains("CORRECTION_PENDING"))
                .body("items[0].village_code", equalTo(FactEvents.VILLAGE))
                .body("items[0].reason", equalTo("ACCOUNT_CLOSED"))
                .body("items[0].age_days", equalTo(0))
                .body("items[0].overdue", equalTo(false));
        BankApi.exceptions("?owner=MINISTRY_OFFICER&class=UNMATCHED_LINE&bank=BRI")
                .body("items", hasSize(1));
        BankApi.exceptions("?owner=BANK&class=UNMATCHED_LINE").body("items", empty());
        Caller.officer()
                .get("/bank-exceptions?owner=SOMEBODY")
                .statusCode(422)
                .body("code", equalTo("EXCEPTION_OWNER_UNKNOWN"));
    }

    /** Six days ago the unmatched line was found, which has seven days; then seven and eight. */
    @Test
    void whatIsPastItsDayIsOverdue() {
        threeExceptions();
        foundDaysAgo(6);
        BankApi.exceptions(OVERDUE + "&owner=MINISTRY_OFFICER").body("items", empty());
        foundDaysAgo(7);
        BankApi.exceptions(OVERDUE + "&owner=MINISTRY_OFFICER").body("items", empty());
        foundDaysAgo(8);
        BankApi.exceptions(OVERDUE + "&owner=MINISTRY_OFFICER")
                .body("items.exception_class", contains("UNMATCHED_LINE"))
                .body("items[0].overdue", equalTo(true))
                .body("items[0].age_days", equalTo(8));
        Caller.officer("officer-3")
                .get("/my-work")
                .body("items.find { it.kind == 'EXCEPTION_TO_SETTLE' }.overdue", equalTo(true));
        tables.execute(
                "UPDATE bank_exception SET state = 'RESOLVED', proposed_by = 'one', proposed_at = now(), proposal = 'x',"
                        + " proposed_by_ministry = true, resolved_by = 'two', resolved_at = now()"
                        + " WHERE exception_class = 'UNMATCHED_LINE'");
        BankApi.exceptions(OVERDUE + "&owner=MINISTRY_OFFICER").body("items", empty());
    }

    @Test
    void aBankSeesWhatItOwnsAndNoFamilies() {
        threeExceptions();
        Caller.ofBank("BRI")
                .get("/bank-exceptions?open=true")
                .statusCode(200)
                .body("items.exception_class", contains("MISSING_AFTER_SLA"))
                .body("items[0].kpm_id", nullValue())
                .body("items[0].proposal", nullValue())
                .body("items[0].payment_id", notNullValue())
                .body("items[0].village_code", nullValue());
        Caller.ofBank("BNI").get("/bank-exceptions").statusCode(200).body("items", empty());
        Caller.ofBank("BNI").get("/bank-exceptions?bank=BRI").statusCode(403);
        Caller.as(Roles.OPERATIONS, "*").get("/bank-exceptions").statusCode(403);
    }

    @Test
    void theFiguresAreThoseOfEachClass() {
        threeExceptions();
        gauges.measure();
        assertThat(shown("bank_exceptions_open", "UNMATCHED_LINE")).isEqualTo(1);
        assertThat(shown("bank_exceptions_overdue", "UNMATCHED_LINE")).isZero();
        foundDaysAgo(8);
        gauges.measure();
        assertThat(shown("bank_exceptions_overdue", "UNMATCHED_LINE")).isEqualTo(1);
        assertThat(shown("bank_exceptions_overdue", "CORRECTION_PENDING")).isZero();
        assertThat(shown("bank_exception_oldest_age_seconds", "UNMATCHED_LINE"))
                .isGreaterThan(8 * 86_000);
        assertThat(shown("bank_exceptions_open", "AMOUNT_MISMATCH")).isZero();
    }

    @Test
    void theFiguresAreUnknownWhenTheDatabaseFails() {
        tables.execute("ALTER TABLE bank_exception RENAME TO bank_exception_away");
        try {
            assertThatThrownBy(() -> gauges.measure()).isInstanceOf(RuntimeException.class);
            assertThat(shown("bank_exceptions_open", "UNMATCHED_LINE")).isNaN();
        } finally {
            tables.execute("ALTER TABLE bank_exception_away RENAME TO bank_exception");
        }
        gauges.measure();
        assertThat(shown("bank_exceptions_open", "UNMATCHED_LINE")).isZero();
    }

    @Test
    void aDeadlineDoesNotMove() {
        threeExceptions();
        assertThatThrownBy(() -> tables.change("UPDATE bank_exception SET due_on = due_on + 9"))
                .hasMessageContaining("deadline");
        assertThatThrownBy(
                        () ->
                                tables.change(
                                        "UPDATE bank_exception SET state = 'RESOLVED', resolved_by = 'alone', resolved_at = now(),"
                                                + " resolved_by_ministry = true WHERE exception_class = 'UNMATCHED_LINE'"))
                .hasMessageContaining("exception_settled");
        assertThatThrownBy(
                        () ->
                                tables.change(
                                        "UPDATE bank_exception SET state = 'RESOLVED', resolved_by = 'x', resolved_at = now(),"
                                                + " settled_by_fact = 'ANSWERED' WHERE exception_class = 'UNMATCHED_LINE'"))
                .hasMessageContaining("exception_fact");
    }

    private static double shown(String gauge, String exceptionClass) {
        return Double.parseDouble(
                ExposedMetrics.shown("%s{class=\"%s\"".formatted(gauge, exceptionClass)));
    }

    /** The triggers forbid this change, and so they are disabled meanwhile. */
    private void foundDaysAgo(int days) {
        tables.execute("ALTER TABLE bank_exception DISABLE TRIGGER USER");
        tables.execute(
                "UPDATE bank_exception SET found_at = now() - make_interval(days => ?)", days);
        tables.execute(
                "UPDATE bank_exception SET due_on = exception_due_on(exception_class, found_at)");
        tables.execute("ALTER TABLE bank_exception ENABLE TRIGGER USER");
    }
}
