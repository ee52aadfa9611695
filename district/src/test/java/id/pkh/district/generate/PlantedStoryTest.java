package id.pkh.district.generate;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.district.manifest.Manifest;
import id.pkh.district.recount.Expectations;
import id.pkh.district.recount.ExpectedFamily;
import id.pkh.district.recount.ExpectedStep;
import id.pkh.district.recount.Recount;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The default district really contains the cases that the story needs. */
class PlantedStoryTest {

    @TempDir private static Path folder;
    private static Manifest manifest;
    private static Expectations counted;

    @BeforeAll
    static void generate() throws Exception {
        DistrictGenerator.generate(folder, DistrictSpec.sungaiSerut());
        manifest = Manifest.read(folder);
        counted = Recount.of(folder, manifest);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 24, 60, 150, 200, 530, 700, 1700})
    void aStoryOfAnySizeCanBeCounted(int families, @TempDir Path other) throws Exception {
        DistrictGenerator.generate(other, DistrictSpec.of(families));
        Expectations small = Recount.of(other, Manifest.read(other));
        assertThat(small.families().values().stream().filter(ExpectedFamily::active))
                .hasSize(families)
                .allMatch(family -> family.payment() != null);
    }

    private static List<ExpectedFamily> families(Predicate<ExpectedFamily> which) {
        return counted.families().values().stream().filter(which).toList();
    }

    private static boolean has(ExpectedFamily family, String cause, String step) {
        return family.standing().stream()
                .anyMatch(s -> s.cause().equals(cause) && s.step().equals(step));
    }

    @Test
    void oneFacilitatorHoldsNothingAndNobodyIsSuspendedForIt() {
        List<ExpectedFamily> hers =
                families(f -> f.village().equals("17.71.08.1007") && f.active());
        assertThat(hers).hasSizeGreaterThan(150);
        assertThat(hers)
                .allMatch(f -> has(f, "MEETING_NOT_HELD", "SUSPENSION_WARNING"))
                .noneMatch(f -> f.standing().stream().anyMatch(ExpectedStep::isSuspensionProposal));
        assertThat(counted.meetings().escalations())
                .anyMatch(
                        e ->
                                e.facilitator().equals("PDP-177108-04")
                                        && e.level().equals("REGENCY_COORDINATOR"))
                .anyMatch(
                        e ->
                                e.facilitator().equals("PDP-177108-02")
                                        && e.level().equals("COORDINATOR"));
    }

    @Test
    void familiesClimbBothLaddersToTheTop() {
        for (String cause : List.of("GROUP_MEETING_ABSENCE", "P2K2_ABSENCE")) {
            for (String step : List.of("REMINDER", "SUSPENSION_WARNING", "SUSPENSION_PROPOSED")) {
                assertThat(families(f -> has(f, cause, step))).as(cause + step).isNotEmpty();
            }
        }
    }

    @Test
    void theDismissedFamilyIsNotTheOneThatIsCorrected() {
        assertThat(families(ExpectedFamily::isDismissed)).hasSize(1);
        assertThat(families(ExpectedFamily::isLifted)).hasSize(1);
        assertThat(families(ExpectedFamily::suspended)).hasSizeGreaterThan(5);
        assertThat(
                        families(
                                f ->
                                        f.decision().isEmpty()
                                                && f.beforeCorrections().size()
                                                        > f.standing().size()))
                .as("a family whose warning is withdrawn")
                .hasSize(1);
    }

    @Test
    void everyResultAndEveryComponentIsThere() {
        Set<String> seen =
                counted.families().values().stream()
                        .flatMap(f -> f.members().stream())
                        .map(m -> m.component() + " " + m.result())
                        .collect(Collectors.toSet());
        assertThat(seen)
                .contains(
                        "SD MET",
                        "SD NOT_MET",
                        "SD NOT_VERIFIED",
                        "SMP NOT_VERIFIED",
                        "SMA MET",
                        "EARLY_CHILD MET",
                        "EARLY_CHILD NOT_MET",
                        "EARLY_CHILD NOT_VERIFIED",
                        "EARLY_CHILD NOT_DUE",
                        "PREGNANT_POSTPARTUM MET",
                        "PREGNANT_POSTPARTUM EXEMPT",
                        "ELDERLY NOT_DUE",
                        "SEVERE_DISABILITY NOT_DUE");
        assertThat(families(f -> f.members().size() > 4)).isNotEmpty();
    }

    @Test
    void oneFileHasTenBadRowsOfTenKindsAndOthersAFew() {
        assertThat(counted.refusals().stream().filter(r -> r.file().equals("families.csv")))
                .hasSize(10);
        assertThat(counted.refusals().stream().map(r -> r.file().split("/")[0]).distinct())
                .containsExactlyInAnyOrder(
                        "families.csv", "members.csv", "attendance", "p2k2", "schools");
    }

    @Test
    void threeFamiliesGoTheWayBack() {
        assertThat(families(f -> f.wayBack().equals("OFFICER_ERROR")))
                .singleElement()
                .satisfies(
                        f -> {
                            assertThat(f.standing()).isEmpty();
                            assertThat(f.decision()).isEmpty();
                        });
        for (String reason : List.of("APPEAL_UPHELD", "COMMITMENT_MET")) {
            assertThat(families(f -> f.wayBack().equals(reason)))
                    .singleElement()
                    .satisfies(
                            f -> {
                                assertThat(f.decision()).isEqualTo("SUSPEND");
                                assertThat(f.suspended()).isFalse();
                                assertThat(f.payment().status()).isEqualTo("PAYABLE");
                            });
        }
        assertThat(families(f -> f.wayBack().isEmpty())).hasSizeGreaterThan(1_000);
    }

    @Test
    void theManifestNamesFilesThatExistAndNoExpectedNumber() throws Exception {
        assertThat(manifest.chapters()).hasSize(9);
        manifest.chapters().stream()
                .flatMap(chapter -> chapter.acts().stream())
                .forEach(
                        act -> {
                            for (String name :
                                    Stream.of(act.file(), act.folder(), act.manifest()).toList()) {
                                if (name != null) {
                                    assertThat(folder.resolve(name)).exists();
                                }
                            }
                        });
        assertThat(manifest.corrections()).hasSize(1);
        assertThat(manifest.act("SEND_AGAIN")).isPresent();
        assertThat(Files.readString(folder.resolve("story.json"))).doesNotContain("expect");
    }

    @Test
    void filesComeInEveryShape() throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            assertThat(all).anyMatch(f -> f.toString().endsWith(".xlsx"));
            StringBuilder text = new StringBuilder();
            for (Path file : all) {
                if (file.toString().endsWith(".csv")) {
                    text.append(Files.readString(file));
                }
            }
            assertThat(text.toString())
                    .contains("\uFEFFDAFTAR", "sep=;", "sep=,", "PEBRUARI 2026", "FEBRUARI 2026")
                    .contains("TIDAK HADIR", ";ALPA;", ",Alfa,", "\r\n", ",A,", "TUTUP", "85,00%");
        }
    }
}
