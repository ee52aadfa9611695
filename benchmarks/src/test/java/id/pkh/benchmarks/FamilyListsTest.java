package id.pkh.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FamilyListsTest {

    @TempDir Path folder;

    private static List<String> column(Path list, int number) throws IOException {
        return Files.readAllLines(list).stream()
                .skip(1)
                .map(line -> line.split(";")[number])
                .toList();
    }

    @Test
    void noNumberIsThereTwiceAndEveryMemberHasAFamily() throws IOException {
        Path families = FamilyLists.families(folder, 0, 12_000);
        Path members = FamilyLists.members(folder, 0, 12_000);

        assertThat(column(families, 0)).hasSize(12_000).doesNotHaveDuplicates();
        assertThat(column(families, 6)).doesNotHaveDuplicates();
        assertThat(column(families, 1)).doesNotHaveDuplicates().contains(FamilyLists.caretaker(77));
        assertThat(column(members, 1))
                .doesNotHaveDuplicates()
                .doesNotContainAnyElementsOf(column(families, 1));
        assertThat(column(families, 0)).containsAll(column(members, 0));
        assertThat(column(families, 1)).allSatisfy(nik -> assertThat(nik).hasSize(16));
    }
}
