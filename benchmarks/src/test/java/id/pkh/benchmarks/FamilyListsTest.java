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

    @Test
    void everyTenthRowOfABadListIsWrongInOneOfFiveWays() throws IOException {
        List<String> good = Files.readAllLines(FamilyLists.families(folder, 100, 200));
        List<String> bad = Files.readAllLines(FamilyLists.badFamilies(folder, 100, 200));

        assertThat(bad).hasSameSizeAs(good);
        List<Integer> wrong =
                FamilyLists.numbers(0, good.size())
                        .filter(line -> !bad.get(line).equals(good.get(line)))
                        .boxed()
                        .toList();
        assertThat(wrong).containsExactly(10, 20, 30, 40, 50, 60, 70, 80, 90, 100);
        assertThat(bad.get(20)).contains("BANK LAIN");
        assertThat(bad.get(30)).contains("9999");
        assertThat(bad.get(40)).contains("31/02/2026");
    }

    @Test
    void twoHalvesAreTheWholeListInDifferentRegencies() throws IOException {
        Path west = FamilyLists.families(folder, "west", 0, 2_000, FamilyLists::isWest);
        Path east = FamilyLists.families(folder, "east", 0, 2_000, i -> !FamilyLists.isWest(i));

        assertThat(column(west, 4))
                .hasSize(1_000)
                .allSatisfy(
                        village ->
                                assertThat(FamilyLists.regencies(true))
                                        .contains(village.substring(0, 5)));
        assertThat(column(east, 4)).hasSize(1_000);
        assertThat(FamilyLists.regencies(true))
                .doesNotContainAnyElementsOf(FamilyLists.regencies(false));
    }
}
