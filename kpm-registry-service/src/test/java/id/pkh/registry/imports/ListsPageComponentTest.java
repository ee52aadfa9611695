package id.pkh.registry.imports;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.registry.RegistryComponentTest;
import id.pkh.testsupport.RuleTable;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page about lists names every kind, with its path and its senders. */
@QuarkusTest
class ListsPageComponentTest extends RegistryComponentTest {

    private static final Map<ListSenders, String> PATHS =
            Map.of(
                    ListSenders.ADMINISTRATORS, "/imports/",
                    ListSenders.FIELD, "/candidate-lists/",
                    ListSenders.MINISTRY, "/decision-lists/");

    private static final Map<ListSenders, String> WORDS =
            Map.of(
                    ListSenders.ADMINISTRATORS, "administrators",
                    ListSenders.FIELD, "the field",
                    ListSenders.MINISTRY, "the ministry");

    @Inject ListKinds kinds;

    @Test
    void everyKindIsOnThePage() {
        Map<String, String> written =
                RuleTable.rows("lists.md", "kind", "path", "who sends it", "a row states").stream()
                        .collect(
                                Collectors.toMap(
                                        row -> row.get(0), row -> row.get(1) + " " + row.get(2)));
        Map<String, String> built =
                kinds.names().stream()
                        .map(kinds::require)
                        .collect(
                                Collectors.toMap(
                                        RowImport::kind,
                                        list ->
                                                PATHS.get(list.senders())
                                                        + list.kind()
                                                        + " "
                                                        + WORDS.get(list.senders())));

        assertThat(written).isEqualTo(built);
    }
}
