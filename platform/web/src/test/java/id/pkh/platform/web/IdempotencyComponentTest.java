package id.pkh.platform.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import id.pkh.localstack.LocalStackResource;
import id.pkh.platform.persistence.Database;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        initArgs = @ResourceArg(name = "database", value = "web"))
class IdempotencyComponentTest {

    @Inject Database database;
    @Inject IdempotencyUpkeep upkeep;

    private final String name = "n" + UUID.randomUUID();
    private final String key = UUID.randomUUID().toString();

    @AfterEach
    void letGo() {
        TryResource.released.countDown();
        TryResource.released = new CountDownLatch(0);
    }

    @Test
    void a_repeat_gets_the_first_answer_and_has_no_second_effect() {
        Response first = post("someone", key, "{\"a\":\"1\"}");
        first.then().statusCode(201).header("Idempotency-Replayed", nullValue());
        Response second = post("someone", key, "{\"a\":\"1\"}");

        second.then().statusCode(201).header("Idempotency-Replayed", "true");
        assertThat(second.body().asString()).isEqualTo(first.body().asString());
        assertThat(second.contentType()).startsWith("application/json");
        assertThat(second.header("Location")).endsWith("/try/effects/" + idOf(first));
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void another_body_under_the_same_key_is_refused() {
        post("someone", key, "{\"a\":\"1\"}").then().statusCode(201);

        refused(post("someone", key, "{\"a\":\"2\"}"), 409, "IDEMPOTENCY_KEY_REUSED");
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void the_same_key_of_somebody_else_or_elsewhere_is_another_key() {
        post("someone", key, "{}").then().statusCode(201);
        post("other", key, "{}").then().statusCode(201).header("Idempotency-Replayed", nullValue());
        Caller.named("someone", "ADMIN")
                .withKey(key)
                .request()
                .post("/try/effects")
                .then()
                .statusCode(200)
                .header("Idempotency-Replayed", nullValue());

        assertThat(effects()).isEqualTo(2);
    }

    @Test
    void a_key_is_needed_and_must_look_like_one() {
        Caller user = Caller.named("someone", "ADMIN");
        Response missing =
                user.request()
                        .contentType("application/json")
                        .body("{}")
                        .post("/try/effects/" + name);

        refused(missing, 400, "IDEMPOTENCY_KEY_MISSING");
        refused(post("someone", "1234567", "{}"), 400, "IDEMPOTENCY_KEY_INVALID");
        refused(post("someone", "with space", "{}"), 400, "IDEMPOTENCY_KEY_INVALID");
        refused(post("someone", "x".repeat(129), "{}"), 400, "IDEMPOTENCY_KEY_INVALID");
        post("someone", "12345678", "{}").then().statusCode(201);
        post("someone", "x".repeat(128), "{}").then().statusCode(201);
        assertThat(effects()).isEqualTo(2);
    }

    @Test
    void who_may_not_call_is_told_so_before_any_key() {
        given().contentType("application/json")
                .body("{}")
                .post("/try/effects/" + name)
                .then()
                .statusCode(401);
    }

    @Test
    void a_refusal_or_an_error_undoes_the_effect_and_frees_the_key() {
        refused(post("someone", key, "{\"refuse\":\"1\"}"), 409, "TEST_REFUSED");
        refused(post("someone", key, "{\"break\":\"1\"}"), 500, "INTERNAL_ERROR");
        assertThat(effects()).isZero();

        post("someone", key, "{}").then().statusCode(201);
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void a_repeat_while_the_first_still_runs_is_told_to_wait() throws Exception {
        TryResource.entered = new CountDownLatch(1);
        TryResource.released = new CountDownLatch(1);
        CompletableFuture<Response> first =
                CompletableFuture.supplyAsync(() -> post("someone", key, "{}"));
        assertThat(TryResource.entered.await(30, TimeUnit.SECONDS)).isTrue();

        refused(post("someone", key, "{}"), 409, "IDEMPOTENCY_KEY_IN_USE");
        TryResource.released.countDown();
        first.get(30, TimeUnit.SECONDS).then().statusCode(201);
        post("someone", key, "{}").then().statusCode(201).header("Idempotency-Replayed", "true");
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void an_answer_that_is_no_response_is_stored_too() {
        Caller user = Caller.named("someone", "ADMIN");
        for (String replayed : new String[] {null, "true"}) {
            user.withKey(key)
                    .request()
                    .post("/try/effects")
                    .then()
                    .statusCode(200)
                    .header("Idempotency-Replayed", replayed)
                    .body("village_code", equalTo("17.71.08.1001"));
        }
    }

    @Test
    void the_body_of_such_a_call_has_a_limit_whatever_its_type() {
        Caller user = Caller.named("someone", "ADMIN");
        for (int bytes : new int[] {20_000, 20_001}) {
            user.withKey(key + bytes)
                    .request()
                    .contentType("text/plain")
                    .body("x".repeat(bytes))
                    .post("/try/effects")
                    .then()
                    .statusCode(bytes == 20_000 ? 200 : 413);
        }
    }

    @Test
    void an_answer_past_its_retention_is_deleted_and_a_younger_one_is_kept() {
        String old = UUID.randomUUID().toString();
        post("someone", old, "{}").then().statusCode(201);
        post("someone", key, "{}").then().statusCode(201);
        answeredAgo(old, "30 days 1 minute");
        answeredAgo(key, "29 days 23 hours");

        upkeep.purge();

        assertThat(keys(old)).isZero();
        assertThat(keys(key)).isOne();
        post("someone", key, "{}").then().statusCode(201).header("Idempotency-Replayed", "true");
    }

    private void answeredAgo(String idempotencyKey, String age) {
        database.update(
                "UPDATE idempotency_key SET answered_at = now() - :age::interval WHERE key = :key",
                u -> u.bind("age", age).bind("key", idempotencyKey));
    }

    private long keys(String idempotencyKey) {
        return database.query(
                "SELECT count(*) FROM idempotency_key WHERE key = :key",
                q -> q.bind("key", idempotencyKey).mapTo(Long.class).one());
    }

    private Response post(String subject, String idempotencyKey, String body) {
        return Caller.named(subject, "ADMIN")
                .withKey(idempotencyKey)
                .request()
                .contentType("application/json")
                .body(body)
                .post("/try/effects/" + name);
    }

    private static void refused(Response response, int status, String code) {
        response.then().statusCode(status).body("code", equalTo(code));
    }

    private static int idOf(Response response) {
        return response.jsonPath().getInt("effectId");
    }

    private long effects() {
        return database.query(
                "SELECT count(*) FROM effect WHERE name LIKE :names",
                q -> q.bind("names", name + "%").mapTo(Long.class).one());
    }
}
