package id.pkh.platform.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import id.pkh.localstack.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        initArgs = @ResourceArg(name = "database", value = "web"))
class FreeTextComponentTest {

    @Test
    void aLongNumberInAFreeTextIsRefusedWithoutShowingIt() {
        write("NIK 1771 0801 0190 0001", "A")
                .statusCode(422)
                .body("code", equalTo("TEXT_HAS_LONG_NUMBER"))
                .body("field", equalTo("note"))
                .body("detail", containsString("Leave numbers"))
                .body("toString()", not(containsString("1771")));
    }

    @Test
    void aControlCharacterInAFreeTextIsRefusedBeforeItIsReadAsAText() {
        write("a\u0007b", "A").statusCode(400).body("code", equalTo("INVALID_JSON"));
    }

    @Test
    void aTextBesideAnotherFaultIsOneOfTheViolations() {
        write("12345678", " ")
                .statusCode(400)
                .body("code", equalTo("INVALID_REQUEST"))
                .body("violations", hasSize(2))
                .body("violations[1].constraint", equalTo("FreeText"))
                .body("violations[1].message", containsString("eight or more digits"));
    }

    @Test
    void anOrdinaryTextAndNoTextAreAccepted() {
        write("sakit tiga hari sejak 12-03-2026", "A").statusCode(200);
        write(null, "A").statusCode(204);
    }

    private static ValidatableResponse write(String note, String code) {
        Map<String, String> body = new HashMap<>();
        body.put("note", note);
        body.put("code", code);
        return given().contentType(ContentType.JSON).body(body).post("/try-texts").then();
    }
}
