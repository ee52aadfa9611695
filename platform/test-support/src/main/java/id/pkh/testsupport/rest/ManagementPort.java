package id.pkh.testsupport.rest;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.http.TestHTTPResourceManager;
import io.restassured.specification.RequestSpecification;
import java.net.URI;

/**
 * Where the application under test answers about its health and its metrics. The description of the
 * API is not there: it is at {@code /q/openapi} of the port of the API.
 */
public final class ManagementPort {

    private ManagementPort() {}

    public static RequestSpecification request() {
        URI health = URI.create(TestHTTPResourceManager.getManagementUri()); // ends with /q
        return given().baseUri("http://" + health.getHost()).port(health.getPort());
    }
}
