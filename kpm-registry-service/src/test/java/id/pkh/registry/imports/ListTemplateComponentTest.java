package id.pkh.registry.imports;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.platform.files.ColumnSpec;
import id.pkh.platform.files.Columns;
import id.pkh.platform.files.Row;
import id.pkh.platform.security.Roles;
import id.pkh.registry.RegistryComponentTest;
import id.pkh.registry.imports.ListTemplate.ColumnTexts;
import id.pkh.registry.intake.FieldReader;
import id.pkh.testsupport.files.PersonsWorkbook;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ListTemplateComponentTest extends RegistryComponentTest {

    @Inject ListKinds kinds;

    @Test
    void theExampleOfEveryKindIsReadWithoutAFault() {
        for (String name : kinds.names()) {
            RowImport<?> kind = kinds.require(name);
            List<ColumnSpec> columns = List.of(kind.columns());
            FieldReader reader = new FieldReader();
            kind.read(
                    new NamedRow(
                            Columns.matching(
                                            new Row(
                                                    1,
                                                    columns.stream()
                                                            .map(ColumnSpec::name)
                                                            .toList()),
                                            kind.columns())
                                    .orElseThrow(),
                            new Row(
                                    2,
                                    columns.stream()
                                            .map(column -> ColumnTexts.example(name, column))
                                            .toList())),
                    reader);
            assertThat(reader.errors()).as(name).isEmpty();
            assertThat(columns)
                    .as(name)
                    .allSatisfy(
                            column ->
                                    assertThat(ColumnTexts.meaning(name, column))
                                            .hasSizeGreaterThan(8));
        }
    }

    @Test
    void aTemplateHasTheColumnsOfItsKindAndExplainsThem() {
        for (String name : kinds.names()) {
            PersonsWorkbook template =
                    PersonsWorkbook.opened(
                            Caller.as(Roles.FACILITATOR, "17.71.08.1001")
                                    .get("/imports/templates/" + name)
                                    .statusCode(200)
                                    .extract()
                                    .asByteArray());

            List<String> columns =
                    Arrays.stream(kinds.require(name).columns()).map(ColumnSpec::name).toList();
            assertThat(template.headers("Data")).as(name).isEqualTo(columns);
            assertThat(template.rows("Penjelasan"))
                    .as(name)
                    .extracting(row -> row.getCell(0).getStringCellValue())
                    .containsAll(columns);
        }
    }

    @Test
    void aKindThatDoesNotExistHasNoTemplate() {
        Caller.as(Roles.DATA_ADMINISTRATOR, "17").get("/imports/templates/horses").statusCode(404);
    }
}
