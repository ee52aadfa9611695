package id.pkh.platform.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import id.pkh.localstack.LocalStackResource;
import id.pkh.localstack.TestTokens;
import id.pkh.testsupport.rows.Rows;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        initArgs = @ResourceArg(name = "database", value = "security"))
class SecurityComponentTest {

    @Inject DataSource dataSource;
    @Inject FieldCipher cipher;
    @Inject NikTokens tokens;
    @Inject Caller caller;

    @Test
    void the_caller_is_who_the_token_says() {
        user("f-1", Roles.FACILITATOR, "17.71.08", "17.72")
                .get("/try/caller")
                .then()
                .statusCode(200)
                .body("subject", equalTo("f-1"))
                .body("facilitator", equalTo(true))
                .body("bank", equalTo(false))
                .body("areas", equalTo("[17.71.08, 17.72]"));
    }

    @Test
    void without_areas_there_is_nothing_to_see() {
        user("f-2", Roles.FACILITATOR)
                .get("/try/villages/17.71.08.1001")
                .then()
                .statusCode(404)
                .body("code", equalTo("NOT_FOUND"));
    }

    @Test
    void outside_the_areas_is_not_found_and_inside_is_logged() {
        user("f-3", Roles.AUDITOR, "17.71.08")
                .get("/try/villages/17.71.09.1001")
                .then()
                .statusCode(404);
        user("f-3", Roles.AUDITOR, "17.71.08")
                .get("/try/villages/17.71.08.1001")
                .then()
                .statusCode(200);
        assertThat(readsBy("f-3")).isEqualTo(1);
    }

    @Test
    void other_roles_are_refused() {
        user("b-1", Roles.BANK, "*").get("/try/caller").then().statusCode(403);
        given().get("/try/caller").then().statusCode(401);
    }

    @ParameterizedTest
    @CsvSource({
        "FACILITATOR, 403",
        "COORDINATOR, 403",
        "DATA_ADMINISTRATOR, 200",
        "MINISTRY_OFFICER, 200",
        "MINISTRY_APPROVER, 200",
        "BANK, 200",
        "EXTERNAL_SYSTEM, 403",
        "OPERATIONS, 403",
        "AUDITOR, 200",
        "field-staff, 401",
        "money-readers, 401",
        "operations-readers, 401",
    })
    void a_set_permits_its_roles_and_a_token_that_names_a_set_is_refused(String role, int status) {
        user("s-1", role, "*").get("/try/payments").then().statusCode(status);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "areas | {} | 401",
                "areas | 5 | 401",
                "areas | [5] | 401",
                "areas | [null] | 401",
                "areas | \"17\\u0000\" | 401",
                "areas | \"17.71 17.72\" | 200",
                "areas | [\"17.71\"] | 200",
                "areas | null | 200",
                "bank | 5 | 401",
                "bank | {} | 401",
                "bank | \"BRI\\n\" | 401",
                "bank | \"BRI\" | 200",
                "sub | 7 | 401",
                "sub | {} | 401",
                "sub | \"x\\u0000\" | 401",
                "upn | 7 | 401",
                "groups | {} | 401",
                "groups | [5] | 401",
            })
    void a_claim_of_another_type_is_refused(String claim, String value, int status) {
        given().auth()
                .oauth2(TestTokens.withClaims(List.of(Roles.FACILITATOR), Map.of(claim, value)))
                .get("/try/caller")
                .then()
                .statusCode(status);
    }

    @Test
    void a_token_that_names_a_set_next_to_a_role_is_refused() {
        id.pkh.testsupport.rest.Caller.named(
                        "s-2", List.of(Roles.FACILITATOR, RoleSets.MONEY_READERS), "*")
                .request()
                .get("/try/caller")
                .then()
                .statusCode(401)
                .body("code", equalTo("UNAUTHENTICATED"));
    }

    @Test
    void the_api_description_names_roles_and_no_set() {
        given().queryParam("format", "json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .body(
                        "paths.'/try/payments'.get.'x-roles'",
                        contains(
                                Roles.AUDITOR,
                                Roles.BANK,
                                Roles.DATA_ADMINISTRATOR,
                                Roles.MINISTRY_APPROVER,
                                Roles.MINISTRY_OFFICER));
    }

    @Test
    void what_was_read_cannot_be_unread() {
        user("f-4", Roles.AUDITOR, "*").get("/try/villages/17.71.08.1001").then().statusCode(200);

        for (String change :
                new String[] {
                    "UPDATE read_log SET purpose = 'other' WHERE reader = 'f-4'",
                    "DELETE FROM read_log WHERE reader = 'f-4'",
                    "TRUNCATE read_log"
                }) {
            assertThatThrownBy(() -> new Rows(dataSource).change(change))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("append-only");
        }
        assertThat(readsBy("f-4")).isEqualTo(1);
    }

    @Test
    void an_auditor_reads_who_saw_whom_within_the_areas_of_the_token() {
        user("f-7", Roles.FACILITATOR, "17")
                .get("/try/villages/17.71.08.1007")
                .then()
                .statusCode(200);
        user("f-7", Roles.FACILITATOR, "16")
                .get("/try/villages/16.01.01.2007")
                .then()
                .statusCode(200);

        user("a-1", Roles.AUDITOR, "17.71")
                .queryParam("reader", "f-7")
                .get("/api/v1/read-log")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].subject_id", equalTo("17.71.08.1007"))
                .body("items[0].area_code", equalTo("17.71.08.1007"))
                .body("items[0].fields", equalTo("name"))
                .body("items[0].purpose", equalTo("test"));
        user("a-1", Roles.AUDITOR, "17.71")
                .queryParam("subject", "16.01.01.2007")
                .get("/api/v1/read-log")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    @Test
    void the_read_log_is_paged_and_filtered_by_day() {
        for (int i = 0; i < 3; i++) {
            user("f-8", Roles.FACILITATOR, "17").get("/try/villages/17.71.08.1008");
        }
        String next =
                user("a-1", Roles.AUDITOR, "*")
                        .queryParam("reader", "f-8")
                        .queryParam("limit", 2)
                        .get("/api/v1/read-log")
                        .then()
                        .body("items", hasSize(2))
                        .extract()
                        .path("next");
        user("a-1", Roles.AUDITOR, "*")
                .queryParam("reader", "f-8")
                .queryParam("after", next)
                .get("/api/v1/read-log")
                .then()
                .body("items", hasSize(1))
                .body("next", nullValue());
        for (String range : new String[] {"from=2199-01-01", "to=2001-01-01"}) {
            user("a-1", Roles.AUDITOR, "*")
                    .get("/api/v1/read-log?reader=f-8&" + range)
                    .then()
                    .statusCode(200)
                    .body("items", hasSize(0));
        }
        user("a-1", Roles.AUDITOR, "*")
                .get("/api/v1/read-log?reader=f-8&from=2001-01-01&to=2199-01-01")
                .then()
                .body("items", hasSize(3));
        user("a-1", Roles.AUDITOR, "*")
                .get("/api/v1/read-log?from=2026-02-01&to=2026-01-01")
                .then()
                .statusCode(400)
                .body("code", equalTo("READ_LOG_RANGE_INVALID"));
    }

    @Test
    void only_an_auditor_reads_the_read_log_and_entries_of_before_need_all_areas()
            throws Exception {
        new Rows(dataSource)
                .change(
                        "INSERT INTO read_log (reader, subject_kind, subject_id, fields, purpose, read_at)"
                                + " VALUES ('f-9', 'member', 'm-9', 'nik', 'before', now())");
        for (String role : new String[] {Roles.OPERATIONS, Roles.DATA_ADMINISTRATOR}) {
            user("o-1", role, "*").get("/api/v1/read-log").then().statusCode(403);
        }
        user("a-1", Roles.AUDITOR, "17", "16")
                .get("/api/v1/read-log?reader=f-9")
                .then()
                .body("items", hasSize(0));
        user("a-1", Roles.AUDITOR).get("/api/v1/read-log").then().body("items", hasSize(0));
        user("a-1", Roles.AUDITOR, "*")
                .get("/api/v1/read-log?reader=f-9")
                .then()
                .body("items", hasSize(1));
    }

    @Test
    void keys_come_from_the_configuration() {
        byte[] encrypted = cipher.encrypt("1771080101900001", "member.nik");

        assertThat(cipher.decrypt(encrypted, "member.nik")).isEqualTo("1771080101900001");
        assertThat(tokens.tokenOf("1771080101900001")).matches("[0-9a-f]{64}");
    }

    @Test
    @ActivateRequestContext
    void work_that_nobody_asked_for_has_no_subject() {
        assertThat(caller.subjectOr("system")).isEqualTo("system");
        assertThat(caller.areas()).isEqualTo(AreaScope.nowhere());
        assertThatThrownBy(caller::subject).hasMessageContaining("UNAUTHENTICATED");
    }

    private static RequestSpecification user(String subject, String role, String... areas) {
        return id.pkh.testsupport.rest.Caller.named(subject, role, areas).request();
    }

    private long readsBy(String reader) {
        return new Rows(dataSource)
                .number("SELECT count(*) FROM read_log WHERE reader = ?", reader);
    }
}
