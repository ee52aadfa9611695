package id.pkh.registry.workbook.domain;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.testsupport.RuleTable;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CellMergeTest {

    static Stream<List<String>> rows() {
        return RuleTable.rows("workbook.md", "when made", "workbook", "on record", "what happens")
                .stream();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theMergeIsThatOfTheRulePage(List<String> row) {
        assertThat(CellMerge.of(value(row.get(0)), value(row.get(1)), value(row.get(2))))
                .isEqualTo(CellMerge.valueOf(row.get(3)));
    }

    private static String value(String cell) {
        return cell.equals("–") ? "" : cell;
    }
}
