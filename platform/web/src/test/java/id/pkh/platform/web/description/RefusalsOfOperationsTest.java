package id.pkh.platform.web.description;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.platform.web.FreeText;
import id.pkh.platform.web.Idempotent;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.RefusalCatalogue;
import id.pkh.platform.web.RefusalStatuses;
import id.pkh.platform.web.Refuses;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RefusalsOfOperationsTest {

    private static final RefusalStatuses GENERAL =
            () ->
                    Map.of(
                            429,
                            List.of("TOO_MANY"),
                            503,
                            List.of("UNAVAILABLE"),
                            404,
                            List.of("NOT_FOUND"));

    @Retention(RetentionPolicy.RUNTIME)
    @Refuses("FILE_EMPTY")
    @interface File {}

    @Path("/things/")
    @RolesAllowed("READER")
    @Refuses("THING_CLOSED")
    interface ThingResource { // an interface, so that the application of these tests does not serve
        // it

        @GET
        String list(@BeanParam PageParams page);

        @POST
        @Path("{id: [0-9]+}/parts")
        @Refuses("PART_UNKNOWN")
        @Idempotent
        String add(@PathParam("id") long id, Map<String, String> part);

        @POST
        @Path("/file")
        @File
        String send();

        @POST
        @Path("/notes")
        String note(Notes notes);
    }

    record Note(@FreeText String text) {}

    record Notes(String title, List<Note> notes) {}

    private static ResourceMethod method(String path) {
        return ResourceMethod.of(ThingResource.class)
                .filter(each -> each.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aListRefusesLimitsAndCursors() {
        assertThat(OperationRefusals.of(method("/things"), GENERAL))
                .containsExactlyInAnyOrder(
                        "FORBIDDEN",
                        "INVALID_CURSOR",
                        "INVALID_LIMIT",
                        "INVALID_PARAMETER",
                        "INVALID_REQUEST",
                        "THING_CLOSED",
                        "TOO_MANY",
                        "UNAUTHENTICATED",
                        "UNAVAILABLE");
    }

    @Test
    void aChangeWithAKeyRefusesMore() {
        assertThat(OperationRefusals.of(method("/things/{id}/parts"), GENERAL))
                .contains(
                        "PART_UNKNOWN",
                        "NOT_FOUND",
                        "INVALID_JSON",
                        "BODY_TOO_LARGE",
                        "UNSUPPORTED_MEDIA_TYPE",
                        "CONCURRENT_CHANGE",
                        "IDEMPOTENCY_KEY_MISSING",
                        "IDEMPOTENCY_KEY_IN_USE");
    }

    @Test
    void aTextOfPeopleIsRefusedWhereverItStandsInARequest() {
        assertThat(OperationRefusals.of(method("/things/notes"), GENERAL))
                .contains("TEXT_HAS_LONG_NUMBER", "TEXT_HAS_CONTROL_CHARACTER");
        assertThat(OperationRefusals.of(method("/things/{id}/parts"), GENERAL))
                .doesNotContain("TEXT_HAS_LONG_NUMBER");
    }

    @Test
    void anAnnotationBringsItsRefusals() {
        assertThat(OperationRefusals.of(method("/things/file"), GENERAL))
                .contains("FILE_EMPTY", "THING_CLOSED")
                .doesNotContain("PART_UNKNOWN", "INVALID_JSON");
    }

    @Test
    void aCodeThatDoesNotExistIsFound() {
        RefusalCatalogue catalogue =
                new RefusalCatalogue(
                        List.of(() -> Map.of(409, List.of("THING_CLOSED", "FILE_EMPTY"))), null);

        assertThat(RefusesCheck.unknownIn(List.of(method("/things/{id}/parts")), catalogue))
                .containsExactly("POST /things/{id}/parts PART_UNKNOWN");
        assertThat(RefusesCheck.unknownIn(List.of(method("/things/file")), catalogue)).isEmpty();
    }
}
