package id.pkh.systemtests;

import id.pkh.client.PkhClient;
import id.pkh.client.registry.FacilitatorsApi;
import id.pkh.client.registry.HandOversApi;
import id.pkh.client.registry.model.FacilitatorPage;
import id.pkh.client.registry.model.Handover;
import id.pkh.client.registry.model.HandoverReason;
import id.pkh.client.registry.model.HandoverRequest;
import id.pkh.district.story.Cast;
import id.pkh.district.story.Identities;
import id.pkh.district.story.Stage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A village with one group of eight families, A to H, and its facilitator PDP-1; PDP-2 works in the
 * next village. The families differ by the number of their children, so that their money differs.
 */
final class YearVillage {

    static final String CODE = "17.71.08.1001";
    static final String SUB_DISTRICT = "17.71.08";
    static final String GROUP = CODE + "-01";
    static final String SCHOOL = "10702345";
    private static final String NEXT_VILLAGE = "17.71.08.1002";

    /** Children at the primary school; H is a grandmother. */
    private static final Map<String, Integer> CHILDREN =
            Map.of("A", 1, "B", 3, "C", 2, "D", 1, "E", 1, "F", 2, "G", 1, "H", 0);

    /** So far apart that no two families are suspected to be one; then those of the children. */
    private static final String CARETAKERS =
            "SUKARMI ROHANI YULIANTI MARDIANA FITRI NENGSIH HALIMAH ZUBAIDAH";

    private static final String SONS = "BUDI RAHMAT FERDINAN GILANG KHOIRUL ILHAM YOSEP UJANG";

    static final List<String> FAMILIES = CHILDREN.keySet().stream().sorted().toList();

    private final Path folder;
    private final Map<String, String> facilitatorOfVillage =
            new HashMap<>(Map.of(CODE, "PDP-1", NEXT_VILLAGE, "PDP-2"));
    private final Map<String, List<String>> villagesOfFacilitator =
            new HashMap<>(Map.of("PDP-1", List.of(CODE), "PDP-2", List.of(NEXT_VILLAGE)));
    private final Map<String, UUID> ids = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();

    YearVillage(Path folder) {
        this.folder = folder;
    }

    /** Whose villages follow the hand-over. */
    Map<String, List<String>> villagesOfFacilitator() {
        return villagesOfFacilitator;
    }

    Map<String, String> facilitatorOfVillage() {
        return facilitatorOfVillage;
    }

    UUID idOf(String name) {
        return ids.get(name);
    }

    /** The letter of a family or the code of a facilitator; anything else as it is. */
    String nameOf(String id) {
        return names.getOrDefault(id, id);
    }

    static String caretakerOf(String family) {
        return "1771084502850" + "%03d".formatted(1 + FAMILIES.indexOf(family));
    }

    static int childrenOf(String family) {
        return CHILDREN.get(family);
    }

    static String childOf(String family, int child) {
        return "17710805051600" + FAMILIES.indexOf(family) + child;
    }

    /** The name that all of them have. */
    static String sonsOf(String family) {
        return name(SONS, family);
    }

    void register(Stage stage, Cast cast) {
        PkhClient registry = stage.registry(cast.administrator());
        Map<String, List<String>> rosters =
                Map.of(
                        "facilitators", facilitators(),
                        "groups", groups(),
                        "families", families(),
                        "members", members());
        Rosters.send(stage, cast, SUB_DISTRICT, kind -> written(kind + ".csv", rosters.get(kind)));
        getAcquainted(registry, cast);
    }

    private void getAcquainted(PkhClient registry, Cast cast) {
        Identities identities = new Identities(registry, cast);
        FAMILIES.forEach(
                family -> know(family, UUID.fromString(identities.kpmOf(caretakerOf(family)))));
        registry.each(
                FacilitatorsApi::new,
                (facilitators, after) -> facilitators.listFacilitators(after, Stage.PAGE, null),
                FacilitatorPage::getItems,
                FacilitatorPage::getNext,
                facilitator -> know(facilitator.getCode(), facilitator.getFacilitatorId()));
    }

    private void know(String name, UUID id) {
        ids.put(name, id);
        names.put(id.toString(), name);
    }

    /**
     * PDP-1 hands the village over to PDP-2; both are responsible during the overlap.
     *
     * @param notice the day on which the families were notified on paper; null when they are
     *     notified now
     */
    Handover handOver(Stage stage, Cast cast, String notice, String from, String overlapUntil) {
        return stage.registry(cast.administrator())
                .call(
                        HandOversApi::new,
                        handovers ->
                                handovers.planHandover(
                                        new HandoverRequest()
                                                .villageCodes(List.of(CODE))
                                                .predecessorId(idOf("PDP-1"))
                                                .successorId(idOf("PDP-2"))
                                                .noticeGivenOn(
                                                        notice == null
                                                                ? null
                                                                : LocalDate.parse(notice))
                                                .effectiveOn(LocalDate.parse(from))
                                                .overlapUntil(LocalDate.parse(overlapUntil))
                                                .reasonCode(HandoverReason.TRANSFERRED)))
                .getHandovers()
                .get(0);
    }

    /** From now on PDP-2 sends the sheets of the village. */
    void followHandOver() {
        facilitatorOfVillage.put(CODE, "PDP-2");
        villagesOfFacilitator.put("PDP-2", List.of(CODE, NEXT_VILLAGE));
    }

    /** A file to send, with these lines. */
    Path written(String name, List<String> lines) {
        try {
            return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> facilitators() {
        return List.of(
                "kode_pendamping;nama;nik;peran;kode_desa;berlaku_mulai;berlaku_sampai",
                "PDP-1;PENDAMPING SATU;1771084101900001;PENDAMPING;" + CODE + ";01/01/2024;",
                "PDP-2;PENDAMPING DUA;1771084101900002;PENDAMPING;"
                        + NEXT_VILLAGE
                        + ";01/01/2024;");
    }

    private static List<String> groups() {
        return List.of(
                "kode_kelompok,nama_kelompok,kode_desa,tempat_pertemuan,tanggal_dibentuk",
                GROUP + ",MAWAR," + CODE + ",Balai,02/03/2021");
    }

    private static List<String> families() {
        List<String> lines = new ArrayList<>();
        lines.add(
                "no_kk;nik_pengurus;nama_pengurus;alamat;kode_desa;kode_kelompok;bank;no_rekening;"
                        + "status;peserta_sejak");
        for (String family : FAMILIES) {
            lines.add(
                    String.join(
                            ";",
                            cardOf(family),
                            caretakerOf(family),
                            name(CARETAKERS, family),
                            "JL. BALI",
                            CODE,
                            GROUP,
                            "BRI",
                            "%015d".formatted(1 + FAMILIES.indexOf(family)),
                            "AKTIF",
                            "01/02/2020"));
        }
        return lines;
    }

    private static List<String> members() {
        List<String> lines = new ArrayList<>();
        lines.add(
                "no_kk,nik,nama,tanggal_lahir,jenis_kelamin,komponen,npsn,nisn,tingkat,"
                        + "berlaku_mulai,berlaku_sampai");
        for (String family : FAMILIES) {
            for (int child = 1; child <= childrenOf(family); child++) {
                lines.add(
                        String.join(
                                ",",
                                cardOf(family),
                                childOf(family, child),
                                sonsOf(family),
                                "05/05/2016",
                                "L",
                                "SD",
                                SCHOOL,
                                "",
                                "3",
                                "01/07/2023",
                                ""));
            }
        }
        lines.add(cardOf("H") + ",1771085001500001,NENEK,10/01/1950,P,LANSIA,,,,01/02/2020,");
        return lines;
    }

    private static String name(String names, String family) {
        return names.split(" ")[FAMILIES.indexOf(family)];
    }

    private static String cardOf(String family) {
        return "177108010320" + "%04d".formatted(1 + FAMILIES.indexOf(family));
    }
}
