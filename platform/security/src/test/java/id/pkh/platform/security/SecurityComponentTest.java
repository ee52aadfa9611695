package id.pkh.platform.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import id.pkh.localstack.LocalStackResource;
import id.pkh.testsupport.rows.Rows;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
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
