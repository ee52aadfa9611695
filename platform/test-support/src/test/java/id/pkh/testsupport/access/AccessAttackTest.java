package id.pkh.testsupport.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pkh.testsupport.access.PlantedService.Flaw;
import id.pkh.testsupport.description.ApiDocument;
import id.pkh.testsupport.description.DescribedOperation;
import id.pkh.testsupport.description.contract.ExampleCall;
import id.pkh.testsupport.rest.Caller;
import io.restassured.RestAssured;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The attacks find every fault that is planted, and none where there is none. */
class AccessAttackTest {

    private static final List<String> PAGE =
            """
            ## Every service

            | operation | operations | areas | remark |
            |---|---|---|---|

            ## notes

            | operation | facilitator | officer | bank | auditor | areas | remark |
            |---|---|---|---|---|---|---|
            | `GET /notes` | x | | | x | list | |
            | `POST /notes` | x | | | | record | |
            | `GET /notes/{id}` | x | | | x | record | |
            | `POST /year` | | x | | | all | |
            """
                    .lines()
                    .toList();

    private final int portBefore = RestAssured.port;
    private PlantedService service;

    @BeforeEach
    void aServiceIsPlanted() throws IOException {
        plant(Flaw.NOTHING);
    }

    private void plant(Flaw flaw) throws IOException {
        stop();
        service = new PlantedService(flaw);
        RestAssured.port = service.port();
    }

    @AfterEach
    void stop() {
        if (service != null) {
            service.close();
        }
        RestAssured.port = portBefore;
    }

    @Test
    void aServiceThatIsRightHasNoFindings() {
        assertThat(findings()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NOTHING")
    void everyFlawIsFound(Flaw flaw) throws IOException {
        plant(flaw);

        assertThat(findings()).isNotEmpty();
    }

    @Test
    void anOperationWithoutARowIsFoundAndARowWithoutAnOperation() {
        assertThat(differences("`GET /notes/{id}`", "`GET /letters/{id}`"))
                .containsExactly(
                        "GET /api/v1/notes/{id} has no row",
                        "the row of GET /api/v1/letters/{id} has no operation");
    }

    @Test
    void aRoleThatOnlyOneOfTheTwoListsIsFound() {
        assertThat(differences("| `POST /notes` | x | |", "| `POST /notes` | | x |"))
                .containsExactly(
                        "POST /api/v1/notes permits FACILITATOR, which its row does not list",
                        "POST /api/v1/notes refuses MINISTRY_OFFICER, which its row lists");
    }

    @Test
    void aRowThatSaysNothingAboutAreasIsRefused() {
        assertThatThrownBy(() -> tableWith("| record | |", "| | |"))
                .hasMessageContaining("no rule about areas");
        assertThatThrownBy(() -> tableWith("| all | |", "| all, region | |"))
                .hasMessageContaining("POST /api/v1/year has other words");
        assertThatThrownBy(() -> tableWith("| all | |", "| none | |"))
                .hasMessageContaining("POST /api/v1/year does not say why it has no areas");
        assertThatThrownBy(() -> tableWith("`POST /notes`", "`GET /notes`"))
                .hasMessageContaining("GET /api/v1/notes has two rows");
        assertThatThrownBy(() -> tableWith("| officer |", "| chief |"))
                .hasMessageContaining("chief");
    }

    @Test
    void anExampleThatShowsNothingProvesNothing() {
        AreaAttack attack =
                new AreaAttack(new ExampleCall(Map.of("17.71.08", "17.71.10")), service);
        DescribedOperation list = operation("listNotes");

        attack.at(list, table().row(list), Caller.as("AUDITOR", "*"));

        assertThat(attack.faults()).isEmpty();
        assertThat(attack.unproven()).containsOnlyKeys("GET /api/v1/notes");
    }

    /** Everything that the attacks find. */
    private List<String> findings() {
        List<DescribedOperation> operations = ApiDocument.served().operations();
        ExampleCall calls = new ExampleCall(Map.of());
        RoleAttack roles = new RoleAttack(operations, table(), calls, AccessTable.everyRole());
        Map<String, String> before = service.fingerprints();
        List<String> findings = new ArrayList<>(roles.findingsOfOtherRoles());
        findings.addAll(roles.findingsOfInvalidTokens());
        findings.addAll(AreaAttack.differences(before, service.fingerprints()));
        findings.addAll(roles.findingsOfListedRoles());
        AreaAttack areas = new AreaAttack(calls, service);
        for (DescribedOperation operation : operations) {
            areas.at(operation, table().row(operation), Caller.as(operation.roles().get(0), "*"));
        }
        findings.addAll(areas.faults());
        findings.addAll(areas.unproven().keySet());
        findings.addAll(table().differencesFrom(ApiDocument.served()));
        return findings;
    }

    private static List<String> differences(String text, String instead) {
        return tableWith(text, instead).differencesFrom(ApiDocument.served());
    }

    private static AccessTable table() {
        return AccessTable.of("notes", PAGE);
    }

    private static AccessTable tableWith(String text, String instead) {
        return AccessTable.of(
                "notes", PAGE.stream().map(line -> line.replace(text, instead)).toList());
    }

    private static DescribedOperation operation(String id) {
        return ApiDocument.served().operations().stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
