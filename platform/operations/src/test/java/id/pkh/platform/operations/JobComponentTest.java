package id.pkh.platform.operations;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.localstack.LocalStackResource;
import id.pkh.platform.jobs.JobOrder;
import id.pkh.platform.jobs.Jobs;
import id.pkh.platform.messaging.trace.Causation;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Long work as operators see it: listed, stopped, resumed, what is set aside retried. */
@QuarkusTest
@QuarkusTestResource(
        value = LocalStackResource.class,
        initArgs = @ResourceArg(name = "database", value = "operations"))
class JobComponentTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String PATH = "/api/v1/operations/jobs";

    @Inject Jobs jobs;
    @Inject LetterWork work;

    @AfterEach
    void mend() {
        work.mend();
    }

    @Test
    void jobsAreListedTheLatestFirstByKindAndStatePageByPage() {
        UUID earlier = plan("ab");
        ended(earlier, "DONE");
        UUID later = plan("abc");
        ended(later, "DONE");

        String next =
                operations()
                        .queryParam("kind", LetterWork.KIND)
                        .queryParam("state", "DONE")
                        .queryParam("limit", 1)
                        .get(PATH)
                        .then()
                        .statusCode(200)
                        .body("items", hasSize(1))
                        .body("items[0].job_id", equalTo(later.toString()))
                        .body("items[0].items_done", equalTo(3))
                        .body("items[0].finished_at", notNullValue())
                        .extract()
                        .path("next");
        operations()
                .queryParam("kind", LetterWork.KIND)
                .queryParam("state", "DONE")
                .queryParam("after", next)
                .get(PATH)
                .then()
                .statusCode(200)
                .body("items[0].job_id", equalTo(earlier.toString()));
        operations()
                .queryParam("kind", "another")
                .get(PATH)
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        operations()
                .queryParam("state", "STOPPED")
                .get(PATH)
                .then()
                .body("items.job_id", not(hasItem(later.toString())))
                .body("items.state", everyItem(equalTo("STOPPED")));
        operations()
                .queryParam("state", "ASLEEP")
                .get(PATH)
                .then()
                .statusCode(400)
                .body("code", equalTo("JOB_STATE_UNKNOWN"))
                .body("detail", containsString("WAITING, RUNNING, STOPPED, FAILED, DONE"));
    }

    @Test
    void aJobThatFailedIsStoppedResumedAndDone() {
        work.breakLetter("c", false);
        UUID job = plan("abcde");
        ended(job, "FAILED")
                .body("items_done", equalTo(2))
                .body("items_total", equalTo(5))
                .body("subject", equalTo(job.toString()))
                .body("requested_by", equalTo("officer"))
                .body("last_failure", startsWith("IllegalArgumentException"))
                .body("last_failure", not(containsString("eyes")));

        post(job, "stop")
                .statusCode(200)
                .body("state", equalTo("STOPPED"))
                .body("stopped_by", equalTo("operator"))
                .body("finished_at", nullValue());
        post(job, "stop")
                .statusCode(409)
                .body("code", equalTo("JOB_NOT_TO_BE_STOPPED"))
                .body("detail", startsWith("The job is STOPPED."));

        work.mend();
        post(job, "resume").statusCode(200).body("stopped_by", nullValue());
        ended(job, "DONE").body("items_done", equalTo(5)).body("last_failure", nullValue());
        post(job, "resume")
                .statusCode(409)
                .body("code", equalTo("JOB_NOT_TO_BE_RESUMED"))
                .body("detail", startsWith("The job is DONE."));
        actions()
                .body("items.action", contains("RESUME_JOB", "STOP_JOB"))
                .body("items.done_by", contains("operator", "operator"))
                .body("items.selection", everyItem(containsString(job.toString())))
                .body("items[1].outcome", equalTo("{\"items_done\":2}"));
    }

    @Test
    void whatIsSetAsideIsListedAndRetried() {
        work.breakLetter("b", true);
        work.breakLetter("d", true);
        UUID job = plan("abcde");
        ended(job, "DONE").body("items_done", equalTo(3)).body("items_set_aside", equalTo(2));

        String next =
                operations()
                        .queryParam("limit", 1)
                        .get(PATH + "/" + job + "/set-aside")
                        .then()
                        .statusCode(200)
                        .body("items.item", contains("b"))
                        .body("items[0].reason", startsWith("IllegalArgumentException"))
                        .body("items[0].set_aside_at", notNullValue())
                        .extract()
                        .path("next");
        operations()
                .queryParam("after", next)
                .get(PATH + "/" + job + "/set-aside")
                .then()
                .body("items.item", contains("d"))
                .body("next", nullValue());

        post(job, "retry-set-aside").statusCode(200).body("items_set_aside", equalTo(2));
        work.mend();
        post(job, "retry-set-aside")
                .statusCode(200)
                .body("items_set_aside", equalTo(0))
                .body("items_done", equalTo(5));
        post(job, "retry-set-aside")
                .statusCode(409)
                .body("code", equalTo("JOB_HAS_NOTHING_SET_ASIDE"));
        actions()
                .body("items.action", contains("RETRY_SET_ASIDE", "RETRY_SET_ASIDE"))
                .body("items[0].outcome", containsString("\"dealt_with\":2"))
                .body("items[1].outcome", containsString("\"dealt_with\":0"));
    }

    @Test
    void whatAJobPublishesIsAConsequenceOfTheActThatAskedForIt() {
        String act = "act-" + UUID.randomUUID();
        UUID job = new Causation(act, null, null).call(() -> plan("xyz"));
        ended(job, "DONE");

        operations()
                .queryParam("correlation", act)
                .get("/api/v1/operations/journal")
                .then()
                .statusCode(200)
                .body("items.key", hasSize(3))
                .body("items.key", everyItem(equalTo(LetterWork.thingOf(job).toString())));
    }

    @Test
    void onlyOperatorsChangeJobsAndAuditorsMayLook() {
        UUID job = plan("a");
        ended(job, "DONE");
        String one = PATH + "/" + job;

        given().get(PATH).then().statusCode(401);
        for (String path : List.of(PATH, one, one + "/set-aside")) {
            as("AUDITOR").get(path).then().statusCode(200);
            as("MINISTRY_OFFICER").get(path).then().statusCode(403);
        }
        for (String action : List.of("stop", "resume", "retry-set-aside")) {
            as("AUDITOR").post(one + "/" + action).then().statusCode(403);
        }
        for (String path : List.of("", "/set-aside")) {
            operations().get(PATH + "/" + UUID.randomUUID() + path).then().statusCode(404);
        }
        for (String action : List.of("stop", "resume", "retry-set-aside")) {
            post(UUID.randomUUID(), action).statusCode(404).body("code", equalTo("NOT_FOUND"));
        }
    }

    private UUID plan(String letters) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        JobOrder order =
                new JobOrder(
                        LetterWork.KIND,
                        id.toString(),
                        letters,
                        (long) letters.length(),
                        "officer");
        QuarkusTransaction.requiringNew().run(() -> jobs.plan(id, order));
        return id;
    }

    private static ValidatableResponse ended(UUID job, String state) {
        await().atMost(SOON).until(() -> get(job).extract().path("state").equals(state));
        return get(job);
    }

    private static ValidatableResponse get(UUID job) {
        return operations().get(PATH + "/" + job).then().statusCode(200);
    }

    private static ValidatableResponse post(UUID job, String action) {
        return operations().post(PATH + "/" + job + "/" + action).then();
    }

    /** The latest two. */
    private static ValidatableResponse actions() {
        return as("AUDITOR")
                .queryParam("limit", 2)
                .get("/api/v1/operations/actions")
                .then()
                .statusCode(200);
    }

    private static RequestSpecification operations() {
        return as("OPERATIONS");
    }

    private static RequestSpecification as(String role) {
        return Caller.named("operator", role, "*").request();
    }
}
