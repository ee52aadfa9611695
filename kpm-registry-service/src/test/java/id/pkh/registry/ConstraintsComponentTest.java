package id.pkh.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pkh.registry.support.Api;
import id.pkh.registry.support.Rows;
import id.pkh.registry.support.TestPeople;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The database enforces the invariants of the code as constraints. */
@QuarkusTest
class ConstraintsComponentTest extends RegistryComponentTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "kpm_status_known          | UPDATE kpm SET status = 'AKTIF'",
                "kpm_village_is_a_village  | UPDATE kpm SET village_code = '17.71.08', group_code = NULL",
                "kpm_village_code_fkey     | UPDATE kpm SET village_code = '17.71.08.1099', group_code = NULL",
                "kpm_group_of_same_village | UPDATE kpm SET group_code = '17.71.08.1002-01'",
                "kpm_group_of_same_village | UPDATE kpm SET group_code = '17.71.08.1001-1'",
                "kpm_bank_known            | UPDATE kpm SET paying_bank = 'BCA'",
                "kpm_account_with_token    | UPDATE kpm SET account_token = NULL",
                "kpm_family_card_token_format | UPDATE kpm SET family_card_token = '1771080101240001'",
                "kpm_caretaker_is_member   | UPDATE kpm SET caretaker_member_id = (SELECT id FROM family_member WHERE kpm_id <> kpm.id LIMIT 1)"
            })
    void aFamilyMustBeConsistent(String constraint, String change) {
        importedFamily();
        UUID kpm = importedFamily();
        assertThatThrownBy(() -> tables.execute(change + " WHERE id = '" + kpm + "'"))
                .hasStackTraceContaining(constraint);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "family_member_component_known | UPDATE family_member SET component = 'TK'",
                "family_member_component_dated | UPDATE family_member SET component_since = NULL",
                "family_member_component_range | UPDATE family_member SET component_until = '2024-07-13'",
                "family_member_component_has_birth_date | UPDATE family_member SET birth_date = NULL",
                "family_member_npsn_format     | UPDATE family_member SET npsn = '123'",
                "family_member_sex_known       | UPDATE family_member SET sex = 'P'",
                "family_member_nik_token_format | UPDATE family_member SET nik_token = '1771084203850001'"
            })
    void aMemberMustBeConsistent(String constraint, String change) {
        String card = TestPeople.card();
        String pupil = TestPeople.woman("2016-05-10");
        Api.importing("families", Rows.families().family(card, TestPeople.woman("1985-03-02")));
        Api.importing("members", Rows.members().pupil(card, pupil, "2016-05-10")).statusCode(201);
        UUID member = memberOf(pupil);
        assertThatThrownBy(() -> tables.execute(change + " WHERE id = '" + member + "'"))
                .hasStackTraceContaining(constraint);
    }

    @Test
    void theHistoryOfAFamilyIsNotRewritten() {
        UUID kpm = importedFamily();
        for (String change :
                List.of(
                        "UPDATE kpm_status_history SET reason = 'OTHER'",
                        "DELETE FROM kpm_status_history")) {
            assertThatThrownBy(() -> tables.execute(change + " WHERE kpm_id = '" + kpm + "'"))
                    .hasStackTraceContaining("append-only");
        }
    }

    @Test
    void ofManySimultaneousRegistrationsOfOneFamilyOneSucceedsAndTheOthersAreRefused() {
        String card = TestPeople.card();
        String nik = TestPeople.woman("1985-03-02");
        Map<String, Object> family =
                Map.of(
                        "family_card",
                        card,
                        "caretaker",
                        Map.of("nik", nik, "name", "Siti Contoh"),
                        "village_code",
                        "17.71.08.1001",
                        "participating_since",
                        "2026-01-01");
        Callable<String> register =
                () -> {
                    var answer = Api.administrator().post("/kpm", family).extract();
                    return answer.statusCode() == 201 ? "201" : answer.path("code");
                };
        List<String> answers = atOnce(List.of(register, register, register, register));

        assertThat(answers).filteredOn("201"::equals).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> !answer.equals("201"))
                .isSubsetOf("FAMILY_CARD_DUPLICATE", "NIK_DUPLICATE");
        assertThat(tables.names(familyOf(card))).containsExactly("kpm-registered", "kpm-state");
    }

    private static List<String> atOnce(List<Callable<String>> calls) {
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        try {
            List<String> answers = new ArrayList<>();
            for (Future<String> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        } finally {
            threads.shutdown();
        }
    }
}
