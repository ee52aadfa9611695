package id.pkh.registry.dataupdate;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pkh.registry.RegistryComponentTest;
import id.pkh.registry.support.Api;
import id.pkh.registry.support.TestPeople;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The database enforces the invariants of data updates and visits as well. */
@QuarkusTest
class UpdateConstraintsComponentTest extends RegistryComponentTest {

    private static String submitted(UUID kpm) {
        return DataUpdateApi.submitted(
                DataUpdateApi.FACILITATOR,
                kpm,
                Map.of(
                        "kind", "TELEPHONE_CHANGED",
                        "effective_on", "2026-01-12",
                        "telephone", TestPeople.telephone()));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "does not change | UPDATE family_update SET submitted_by = 'x'",
                "does not become | UPDATE family_update SET state = 'SUBMITTED'",
                "append-only | UPDATE family_update_revision SET submitted_by = 'x'",
                "append-only | DELETE FROM family_update_act",
                "decided once | UPDATE family_update_change SET state = 'RETURNED', applied_version = NULL",
                "decided once | UPDATE family_update_change SET effective_on = '2026-01-13'",
                "family_update_act_decides_once | INSERT INTO family_update_act SELECT update_id, 9, revision, 'RETURNED', 'x', now(), '{OTHER}', 'x' FROM family_update_act",
                "family_update_act_reasons | INSERT INTO family_update_act SELECT update_id, 9, 1, 'RETURNED', 'x', now(), '{}', 'x' FROM family_update_act",
                "family_update_act_reasons_known | INSERT INTO family_update_act SELECT update_id, 9, 1, 'RETURNED', 'x', now(), '{LATE}', 'x' FROM family_update_act"
            })
    void anAcceptedUpdateStays(String constraint, String change) {
        String update = submitted(importedFamily());
        DataUpdateApi.accept(Api.administrator(), update, 1).statusCode(200);

        assertThatThrownBy(
                        () ->
                                tables.execute(
                                        change
                                                + " WHERE update_id = '"
                                                + update
                                                + "'"
                                                + (change.startsWith("INSERT") ? " LIMIT 1" : "")))
                .hasStackTraceContaining(constraint);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "family_member_carries_nothing_after_death | component = 'ELDERLY', birth_date = '1950-01-01', component_since = '2024-01-01', died_on = '2026-01-01'",
                "family_member_carries_nothing_after_death | component = 'ELDERLY', birth_date = '1950-01-01', component_since = '2024-01-01', component_until = '2026-01-02', died_on = '2026-01-01'"
            })
    void nobodyCarriesAComponentAfterDeath(String constraint, String change) {
        UUID kpm = importedFamily();
        assertThatThrownBy(
                        () ->
                                tables.execute(
                                        "UPDATE family_member SET "
                                                + change
                                                + " WHERE kpm_id = '"
                                                + kpm
                                                + "'"))
                .hasStackTraceContaining(constraint);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "home_visit_not_in_future | current_date + 3, 'DATA', NULL, '{NOBODY_MET}'",
                "home_visit_house_whole | '2026-01-20', 'DATA', 'OWN', '{NOBODY_MET}'",
                "home_visit_house_whole | '2026-01-20', 'DATA', NULL, '{MOVED}'",
                "home_visit_findings_known | '2026-01-20', 'DATA', NULL, '{}'",
                "home_visit_findings_known | '2026-01-20', 'DATA', NULL, '{NOBODY_MET,RICH}'",
                "home_visit_purpose_known | '2026-01-20', 'TEA', NULL, '{NOBODY_MET}'"
            })
    void aVisitMustBePossible(String constraint, String values) {
        UUID kpm = importedFamily();
        assertThatThrownBy(
                        () ->
                                tables.execute(
                                        "INSERT INTO home_visit (visited_on, purpose,"
                                                + " house_ownership, findings, visit_id, kpm_id,"
                                                + " visited_by, recorded_by, recorded_at) VALUES ("
                                                + values
                                                + ", gen_random_uuid(), ?, 'x', 'x', now())",
                                        kpm))
                .hasStackTraceContaining(constraint);
    }
}
