package id.pkh.district.generate;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.district.manifest.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DistrictGeneratorTest {

    @TempDir private Path folder;

    private Path generated(String name, DistrictSpec spec) throws IOException {
        Path out = folder.resolve(name);
        DistrictGenerator.generate(out, spec);
        return out;
    }

    private static Map<String, byte[]> contents(Path folder) throws IOException {
        Map<String, byte[]> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(folder.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return contents;
    }

    private static void assertSame(Map<String, byte[]> one, Map<String, byte[]> other) {
        assertThat(one.keySet()).isEqualTo(other.keySet());
        one.forEach((name, bytes) -> assertThat(bytes).as(name).isEqualTo(other.get(name)));
    }

    private static List<String[]> rows(Path file) throws IOException {
        List<String[]> rows = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.startsWith("sep=")) {
                rows.add(line.split(";", -1));
            }
        }
        return rows.subList(1, rows.size());
    }

    @Test
    void theSameSeedGivesTheSameBytes() throws IOException {
        DistrictSpec spec = DistrictSpec.of(300);
        assertSame(contents(generated("a", spec)), contents(generated("b", spec)));
    }

    @Test
    void anotherSeedGivesAnotherDistrict() throws IOException {
        DistrictSpec spec = DistrictSpec.of(100);
        DistrictSpec other = new DistrictSpec(100, 7, spec.months(), spec.quarter());
        assertThat(Files.readAllBytes(generated("a", spec).resolve("families.csv")))
                .isNotEqualTo(Files.readAllBytes(generated("b", other).resolve("families.csv")));
    }

    @Test
    void theCommittedDistrictIsWhatTheFixedSeedGives() throws IOException {
        Path committed = folder.resolve("committed");
        SungaiSerut.unpack(committed);
        assertSame(contents(committed), contents(generated("again", DistrictSpec.sungaiSerut())));
    }

    @Test
    void aPackedDistrictUnpacksToTheSameFiles() throws IOException {
        Path district = generated("small", DistrictSpec.of(60));
        SungaiSerut.pack(district, folder.resolve("one.zip"));
        SungaiSerut.pack(district, folder.resolve("two.zip"));
        assertThat(folder.resolve("one.zip")).hasSameBinaryContentAs(folder.resolve("two.zip"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 24, 25, 60, 1500, 1600, 3001})
    void everyNumberOfFamiliesIsWrittenExactly(int families) throws IOException {
        Path out = generated("n", DistrictSpec.of(families));
        long active =
                rows(out.resolve("families.csv")).stream()
                        .filter(
                                cells ->
                                        cells[8].equals("AKTIF") && !cells[2].equals("BARIS SALAH"))
                        .count();
        assertThat(active).isEqualTo(families);
    }

    @Test
    void groupSizesAddUpAndStayNearTwentyFive() {
        for (int families = 1; families <= 1600; families++) {
            List<Integer> sizes = DistrictGenerator.groupSizes(families);
            assertThat(sizes.stream().mapToInt(Integer::intValue).sum()).isEqualTo(families);
            if (families >= 100) {
                assertThat(sizes).allMatch(size -> size >= 15 && size <= 35);
            }
        }
        assertThat(DistrictGenerator.groupSizes(1500)).hasSize(60);
    }

    @Test
    void aLargePopulationGoesOnInWellFormedAreas() throws IOException {
        Path out = generated("large", DistrictSpec.of(3_200));
        Set<String> villages = new HashSet<>();
        for (String[] cells : rows(out.resolve("families.csv"))) {
            assertThat(cells[4]).matches("17\\.[0-9]{2}\\.[0-9]{2}\\.[0-9]{4}");
            villages.add(cells[4]);
        }
        assertThat(villages).contains("17.71.08.1001", "17.71.31.1001", "17.71.32.1001");
        assertThat(rows(out.resolve("areas.csv"))).hasSize(24);
    }

    /** A district has 1,500 families, so these are the areas of ten million. */
    @Test
    void tenMillionFamiliesLiveInWellFormedAreasThatAreAllDifferent() {
        int districts = DistrictGenerator.districts(DistrictSpec.MAX_FAMILIES);
        assertThat(districts).isBetween(6_660, 6_670);
        Set<String> codes = new HashSet<>();
        Set<String> issuers = new HashSet<>();
        for (int index = 0; index < districts; index++) {
            Areas.District district = Areas.district(index);
            assertThat(district.code()).matches("[0-9]{2}\\.[0-9]{2}\\.[0-9]{2}");
            assertThat(codes.add(district.code())).isTrue();
            assertThat(issuers.add(district.digits())).isTrue();
            assertThat(district.above())
                    .extracting(Areas.Above::code)
                    .containsExactly(
                            district.code().substring(0, 2), district.code().substring(0, 5));
            for (Areas.Village village : district.villages()) {
                assertThat(village.code()).matches(district.code() + "\\.[0-9]{4}");
                assertThat(codes.add(village.code())).isTrue();
            }
        }
        assertThat(codes).hasSize(districts * (1 + Areas.VILLAGES_PER_DISTRICT));
    }

    @ParameterizedTest
    @CsvSource({"BRI, 15", "BNI, 10", "MANDIRI, 13", "BTN, 16", "BSI, 10"})
    void noAccountIsGivenTwiceToTenMillionFamilies(String bank, int digits) {
        for (long index : new long[] {0, 1_499, 999_999, 1_000_000, 9_999_999, 10_060_000}) {
            String account = Numbers.account(bank, index);
            assertThat(account).hasSize(digits).startsWith("0").matches("[0-9]+");
            assertThat(Long.parseLong(account)).isEqualTo(index + 1);
        }
    }

    @Test
    void noPupilNumberIsGivenTwice() {
        PupilNumbers numbers = new PupilNumbers();
        Set<String> given = new HashSet<>();
        for (long family : new long[] {0, 1, 99_999, 100_000, 1_000_000, 1_000_001, 9_999_999}) {
            for (int child = 0; child < 12; child++) {
                LocalDate birth = LocalDate.of(2010 + child % 2, 5, 17);
                String number = numbers.next(birth, family, child);
                assertThat(number).matches("01[01][0-9]{7}");
                assertThat(given.add(number)).as(number).isTrue();
            }
        }
    }

    /**
     * The registry refuses an area whose parent it does not know, and a family of no known area.
     */
    @ParameterizedTest
    @ValueSource(ints = {60, 1_599, 1_600, 3_200})
    void theStoryImportsEveryAreaBeforeAnythingThatLiesInIt(int families) throws IOException {
        Path out = generated("areas", DistrictSpec.of(families));
        Set<String> known = new HashSet<>(Set.of("17", "17.71", "17.71.08"));
        Areas.district(0).villages().forEach(village -> known.add(village.code()));
        List<String> kinds = Manifest.read(out).acts("IMPORT").map(act -> act.kind()).toList();
        assertThat(kinds.contains("areas")).isEqualTo(families >= 1_600);
        if (kinds.contains("areas")) {
            assertThat(kinds).startsWith("areas");
            for (String[] cells : rows(out.resolve("areas.csv"))) {
                assertThat(known).contains(cells[2]);
                known.add(cells[0]);
            }
        }
        for (String[] cells : rows(out.resolve("families.csv"))) {
            if (!cells[2].equals("BARIS SALAH")) {
                assertThat(known).contains(cells[4]);
            }
        }
    }

    @Test
    void theAreasAboveAreListedOnceAndBeforeTheirDistricts() throws IOException {
        Path out = folder.resolve("files");
        Files.createDirectories(out);
        try (RegistryFiles files = new RegistryFiles(out)) {
            for (int index : new int[] {0, 1, 60, 61, 62, 1_740, 1_741, 1_742, 6_666}) {
                files.district(Areas.district(index));
            }
        }
        List<String> codes =
                rows(out.resolve("areas.csv")).stream().map(cells -> cells[0]).toList();
        assertThat(codes).doesNotHaveDuplicates().doesNotContain("17", "17.71");
        Set<String> known = new HashSet<>(Set.of("17", "17.71"));
        for (String code : codes) {
            assertThat(code.lastIndexOf('.') < 0 || known.contains(parent(code)))
                    .as("the parent of " + code)
                    .isTrue();
            known.add(code);
        }
        assertThat(codes).contains("17.72", "17.72.31", "22", "22.71", "22.71.31.1007");
    }

    private static String parent(String code) {
        return code.substring(0, code.lastIndexOf('.'));
    }

    @Test
    void everyNikIsValidAgreesWithSexAndBirthAndIsUnique() throws IOException {
        Path out = generated("niks", DistrictSpec.sungaiSerut());
        Map<String, String> cardOfCaretaker = new HashMap<>();
        for (String[] cells : rows(out.resolve("families.csv"))) {
            if (!cells[2].equals("BARIS SALAH")) {
                assertThat(cardOfCaretaker.put(cells[1], cells[0])).isNull();
                assertThat(Integer.parseInt(cells[1].substring(6, 8))).isBetween(41, 71);
            }
        }
        Set<String> members = new HashSet<>();
        for (String[] cells : rows(out.resolve("members.csv"))) {
            if (cells[5].isEmpty()) {
                continue;
            }
            assertThat(NikCheck.agrees(cells[1], date(cells[3]), cells[4].equals("P")))
                    .as("a NIK of members.csv")
                    .isTrue();
            assertThat(members.add(cells[1])).isTrue();
            assertThat(cardOfCaretaker.getOrDefault(cells[1], cells[0])).isEqualTo(cells[0]);
        }
        assertThat(members).hasSizeGreaterThan(2_000);
    }

    private static LocalDate date(String text) {
        String pattern =
                text.indexOf('-') == 4
                        ? "yyyy-MM-dd"
                        : text.indexOf('/') > 0 ? "dd/MM/yyyy" : "dd-MM-yyyy";
        return LocalDate.parse(text, DateTimeFormatter.ofPattern(pattern));
    }

    @Test
    void numbersAreTextWithLeadingZerosAndPupilNumbersAreUnique() throws IOException {
        Path out = generated("numbers", DistrictSpec.sungaiSerut());
        Map<String, Integer> digits =
                Map.of("BRI", 15, "BNI", 10, "MANDIRI", 13, "BTN", 16, "BSI", 10);
        Set<String> accounts = new HashSet<>();
        for (String[] cells : rows(out.resolve("families.csv"))) {
            if (digits.containsKey(cells[6]) && !cells[2].equals("BARIS SALAH")) {
                assertThat(cells[7]).hasSize(digits.get(cells[6])).startsWith("0");
                assertThat(accounts.add(cells[6] + cells[7])).isTrue();
            }
        }
        Set<String> pupils = new HashSet<>();
        for (String[] cells : rows(out.resolve("members.csv"))) {
            if (!cells[7].isEmpty()) {
                assertThat(cells[7]).hasSize(10);
                assertThat(pupils.add(cells[7])).isTrue();
            }
        }
    }
}
