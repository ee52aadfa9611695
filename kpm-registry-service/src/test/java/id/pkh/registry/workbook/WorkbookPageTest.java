package id.pkh.registry.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.testsupport.RuleTable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What docs/rules/workbook.md says about sheets and rows. */
class WorkbookPageTest {

    private static final Set<String> OF_THE_WHOLE_FILE = Set.of("WORKBOOK_NOT_RECOGNISED");

    @Test
    void theSheetsAreThoseOfThePage() {
        WorkbookParts parts =
                new WorkbookParts(
                        new AttendancePart(null),
                        new WithdrawalPart(null),
                        new SchoolPart(null),
                        new HealthPart(null),
                        new VisitPart(null),
                        new UpdatePart(null),
                        new ComplaintPart(null));

        assertThat(parts.sheets().map(SheetForm::sheetName))
                .containsExactlyElementsOf(
                        RuleTable.rows("workbook.md", "sheet", "what is filled in", "who decides")
                                .stream()
                                .map(row -> row.get(0))
                                .toList());
        assertThat(parts.sheets().map(SheetForm::code)).doesNotHaveDuplicates();
    }

    @Test
    void everyReasonToRefuseARowIsOnThePage() throws IOException {
        Properties texts = new Properties();
        try (InputStream in = getClass().getResourceAsStream("/refusals.properties")) {
            texts.load(in);
        }
        List<String> codes =
                texts.stringPropertyNames().stream()
                        .filter(key -> key.startsWith("WORKBOOK_") && key.endsWith(".title"))
                        .map(key -> key.substring(0, key.length() - ".title".length()))
                        .filter(code -> !OF_THE_WHOLE_FILE.contains(code))
                        .toList();

        assertThat(
                        RuleTable.rows("workbook.md", "row", "result").stream()
                                .map(row -> row.get(1))
                                .collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(codes);
    }
}
