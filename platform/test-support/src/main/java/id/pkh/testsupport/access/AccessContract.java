package id.pkh.testsupport.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import id.pkh.testsupport.description.ApiDocument;
import id.pkh.testsupport.description.DescribedOperation;
import id.pkh.testsupport.description.contract.ApiDescriptionContract;
import id.pkh.testsupport.description.contract.ExampleCall;
import id.pkh.testsupport.description.contract.OperatorsExamples;
import id.pkh.testsupport.description.contract.ServiceExamples;
import id.pkh.testsupport.rows.Rows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Who may do what: every operation with every role and with other areas, compared with the table in
 * docs/access.md. The operations and their requests are those of the API description, so a new
 * operation is attacked without being named here, and fails as long as it has no row. Each service
 * has a test that extends this one.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class AccessContract {

    private final AccessTable table;
    private ExampleCall provided;

    protected AccessContract(String service) {
        this.table = AccessTable.of(service);
    }

    /** The test of the service's API description, which provides what the examples speak of. */
    protected abstract ApiDescriptionContract examples();

    protected abstract DataSource database();

    @Test
    void theTableHasEveryOperationWithItsRolesAndNoOther() {
        assertThat(table.differencesFrom(ApiDocument.served()))
                .as("docs/access.md and the API description")
                .isEmpty();
    }

    @Test
    void aRoleThatIsNotListedIsRefusedAndChangesNothing() {
        nothingChangesWith(RoleAttack::findingsOfOtherRoles);
    }

    @Test
    void withoutAValidTokenEverythingIsRefused() {
        nothingChangesWith(RoleAttack::findingsOfInvalidTokens);
    }

    @Test
    void aListedRoleIsNotRefusedForItsRole() {
        assertThat(roleAttack().findingsOfListedRoles()).isEmpty();
    }

    @Test
    void nothingOfOtherAreasIsSeenOrChanged() {
        ServiceExamples examples = new ServiceExamples(examples());
        ExampleCall calls = provided();
        AreaAttack attack = new AreaAttack(calls, new TablesOfService(database()));
        for (DescribedOperation operation : withAreasFirst(examples.inOrder())) {
            attack.at(operation, table.row(operation), examples.callerOf(operation));
        }

        assertSoftly(
                softly -> {
                    softly.assertThat(attack.faults())
                            .as("%d requests", attack.requests())
                            .isEmpty();
                    softly.assertThat(attack.unproven())
                            .as("examples that succeed and show something in their area")
                            .isEmpty();
                });
    }

    /** Operators stop, discard and redrive what others show. */
    private List<DescribedOperation> withAreasFirst(List<DescribedOperation> inOrder) {
        List<DescribedOperation> operations = new ArrayList<>(inOrder);
        operations.removeIf(operation -> !table.hasRow(operation));
        operations.sort(
                Comparator.comparing(operation -> table.row(operation).areas() == AreaRule.NONE));
        return operations;
    }

    private void nothingChangesWith(Function<RoleAttack, List<String>> attacks) {
        RoleAttack attack = roleAttack();
        StoredRecords records = new TablesOfService(database());
        Map<String, String> before = records.fingerprints();

        assertThat(attacks.apply(attack)).isEmpty();
        assertThat(AreaAttack.differences(before, records.fingerprints()))
                .as("changed by requests that were refused")
                .isEmpty();
    }

    private RoleAttack roleAttack() {
        return new RoleAttack(
                new ServiceExamples(examples()).inOrder(),
                table,
                provided(),
                AccessTable.everyRole());
    }

    /** Provided once: refused requests change nothing, and accepted ones concern nothing. */
    private ExampleCall provided() {
        if (provided == null) {
            provided = provide();
        }
        return provided;
    }

    private ExampleCall provide() {
        Map<String, String> actual = new HashMap<>(new ServiceExamples(examples()).provided());
        String example = CallersOfAreas.EXAMPLE_AREAS.get(0);
        String area = actual.getOrDefault(example, example);
        actual.putAll(OperatorsExamples.within(area, new Rows(database()), actual));
        return new ExampleCall(actual);
    }
}
