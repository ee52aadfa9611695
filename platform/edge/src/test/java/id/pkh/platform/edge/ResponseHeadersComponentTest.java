package id.pkh.platform.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import id.pkh.testsupport.metrics.ExposedMetrics;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(Tokens.class)
class ResponseHeadersComponentTest {

    @ParameterizedTest
    @CsvSource({"/try/open, 200", "/try/closed, 401", "/no/such/path, 404"})
    void no_response_is_stored_or_guessed_at(String path, int status) {
        from("203.0.113." + status % 200)
                .get(path)
                .then()
                .statusCode(status)
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff");
    }

    @Test
    void a_response_may_say_how_long_it_is_stored() {
        from("203.0.113.210").get("/try/stored").then().header("Cache-Control", "max-age=60");
    }

    @Test
    void only_over_tls_a_client_is_told_to_use_tls_from_now_on() {
        from("203.0.113.211")
                .get("/try/open")
                .then()
                .header("Strict-Transport-Security", nullValue());
        from("203.0.113.211")
                .header("X-Forwarded-Proto", "https")
                .get("/try/open")
                .then()
                .header("Strict-Transport-Security", startsWith("max-age=31536000"));
    }

    @ParameterizedTest
    @CsvSource({"created, /try/closed?of=1", "created-below, /try/created-below/1"})
    void a_location_never_names_the_host_of_the_request(String path, String location) {
        for (String header : List.of("Host", "X-Forwarded-Host")) {
            from("203.0.113.212")
                    .header(header, "evil.example.org")
                    .post("/try/" + path)
                    .then()
                    .statusCode(201)
                    .header("Location", equalTo(location));
        }
    }

    @Test
    void a_location_elsewhere_stays_as_it_is() {
        from("203.0.113.213")
                .redirects()
                .follow(false)
                .get("/try/elsewhere")
                .then()
                .header("Location", equalTo("https://login.example.org/realms/pkh"));
    }

    @Test
    void made_up_paths_and_methods_make_no_labels() {
        from("203.0.113.214").get("/made/up/1").then().statusCode(404);
        from("203.0.113.214").get("/made/up/2/").then().statusCode(404);
        from("203.0.113.214").request("INVENTED", "/try/open").then().statusCode(405);
        from("203.0.113.214").request("INVENTED", "/made/up/3").then().statusCode(404);
        TryResource.open("labels");
        from("203.0.113.214").post("/try/waiting/labels").then().statusCode(200);
        from("203.0.113.214").get("/made/up/4").then().statusCode(429);

        assertThat(ExposedMetrics.text())
                .contains("uri=\"/try/waiting/{door}\"", "uri=\"/other\"", "method=\"OTHER\"")
                .doesNotContain("/made/up", "INVENTED", "labels\"");
    }

    private static RequestSpecification from(String address) {
        return given().header("X-Forwarded-For", address);
    }
}
