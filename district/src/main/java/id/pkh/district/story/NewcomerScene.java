package id.pkh.district.story;

import id.pkh.client.PkhClient;
import id.pkh.client.registry.FamiliesApi;
import id.pkh.client.registry.model.Kpm;
import id.pkh.client.registry.model.KpmPage;
import id.pkh.district.outside.ListDesk;
import id.pkh.district.outside.ListDesk.Counted;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * New families from the ministry's list of candidates into the programme, by lists alone: each list
 * is the empty one of the registry, filled in. One candidate's number is wrong at first.
 */
final class NewcomerScene {

    private static final int NEWCOMERS = 4;
    private static final String WRONG_NIK = "1771084503";
    private static final String FAMILIES = "/imports/families";
    private static final int TRIED = 200;
    private static final int CREATED = 201;
    private static final List<List<String>> COMPARED =
            List.of(
                    List.of("PENGURUS", "KTP"),
                    List.of("ANGGOTA", "KARTU KELUARGA"),
                    List.of("SEKOLAH", "SURAT SEKOLAH"),
                    List.of("KESEHATAN", "BUKU KIA"),
                    List.of("PERAWATAN", "SURAT DISABILITAS"),
                    List.of("ALAMAT", "KTP"),
                    List.of("TELEPON", "PERNYATAAN KELUARGA"));

    private final StoryContext context;
    private final Narrator narrator;
    private final Findings findings;
    private final ListDesk administrator;
    private final ListDesk facilitator;
    private final ListDesk officer;
    private final String village;
    private final LocalDate today;
    private final PkhClient registry;

    NewcomerScene(StoryContext context, StoryConfig config, Narrator narrator) {
        this.context = context;
        this.narrator = narrator;
        this.findings = context.findings();
        URI address = config.services().get(StoryConfig.REGISTRY);
        Cast cast = context.cast();
        this.village =
                context.expected().facilitatorOfVillage().keySet().stream()
                        .min(Comparator.naturalOrder())
                        .orElseThrow();
        this.administrator = new ListDesk(address, cast.administrator());
        this.facilitator = new ListDesk(address, cast.facilitatorOf(village));
        this.officer = new ListDesk(address, cast.officer());
        this.today = context.manifest().day();
        this.registry = context.stage().registry(cast.administrator());
    }

    /** The figures by name. */
    Map<String, Object> play() {
        narrator.chapter("New families come by lists");
        Set<String> before = familiesOfVillage().keySet();
        candidates();
        candidateLists();
        decisions();
        context.stage().awaitQuiet("the lists of candidates");
        Map<String, String> after = familiesOfVillage();
        after.keySet().removeAll(before);
        findings.equal("families that came by lists", NEWCOMERS, after.size());
        findings.equal(
                "statuses of the families that came by lists",
                Set.of("ACTIVE"),
                new TreeSet<>(after.values()));
        narrator.say(
                "All %d are in the programme, and nobody typed anything but lists.", NEWCOMERS);
        return Map.of("families_by_lists", after.size());
    }

    private Map<String, String> familiesOfVillage() {
        Map<String, String> statuses = new TreeMap<>();
        registry.each(
                FamiliesApi::new,
                (families, after) ->
                        families.listFamilies(after, null, Stage.PAGE, null, null, null, village),
                KpmPage::getItems,
                KpmPage::getNext,
                (Kpm family) ->
                        statuses.put(family.getKpmId().toString(), family.getStatus().toString()));
        return statuses;
    }

    private void candidates() {
        List<Map<String, String>> rows = new ArrayList<>();
        for (int i = 0; i < NEWCOMERS; i++) {
            rows.add(candidate(i, nik(i)));
        }
        List<Map<String, String>> withFault = new ArrayList<>(rows);
        withFault.set(0, candidate(0, WRONG_NIK));
        String list = administrator.filledIn("families", withFault);
        findings.equal(
                "a try of the candidates",
                new Counted(TRIED, NEWCOMERS - 1, 1),
                administrator.tried(FAMILIES, list));
        String refused = administrator.refusedRows(FAMILIES, list);
        findings.equal("refused rows that come back", 2L, refused.lines().count());
        findings.isTrue("a refused row has no reason", refused.contains("alasan"));
        findings.isTrue("a refused row is not marked", refused.contains("DITOLAK"));
        findings.equal(
                "the corrected row",
                new Counted(CREATED, 1, 0),
                administrator.sent(
                        FAMILIES, administrator.filledIn("families", List.of(rows.get(0)))));
        narrator.say(
                "The data administrator fills in the empty list of families and tries it: %d rows"
                        + " are right, one NIK is too short. That row comes back with its reason,"
                        + " is corrected and sent again.",
                NEWCOMERS - 1);
    }

    private Map<String, String> candidate(int i, String nik) {
        return Map.of(
                "no_kk",
                card(i),
                "nik_pengurus",
                nik,
                "nama_pengurus",
                "CALON CONTOH",
                "kode_desa",
                village,
                "status",
                "CALON",
                "peserta_sejak",
                date());
    }

    /** Numbers with serials that no family of a district has. */
    private String nik(int i) {
        return areaDigits() + "450385" + (9_101 + i);
    }

    private String card(int i) {
        return areaDigits() + "050126" + (9_101 + i);
    }

    private String areaDigits() {
        return village.replace(".", "").substring(0, 6);
    }

    private String date() {
        return DateTimeFormatter.ofPattern("dd/MM/yyyy").format(today);
    }

    private void candidateLists() {
        send(
                facilitator,
                "/candidate-lists/",
                "initial-meetings",
                List.of(
                        Map.of(
                                "kode_desa", village,
                                "gelombang", today.toString().substring(0, 7),
                                "tanggal", date(),
                                "mulai", "09:00",
                                "selesai", "12:00",
                                "tempat", "Balai desa",
                                "pembicara", "PENDAMPING, Kepala Desa")));
        send(
                facilitator,
                "/candidate-lists/",
                "initial-deliveries",
                each(card -> Map.of("keluarga", card, "tanggal", date(), "kepada", "PENGURUS")));
        send(
                facilitator,
                "/candidate-lists/",
                "initial-marks",
                each(card -> Map.of("keluarga", card, "kehadiran", "HADIR", "topik", "SEMUA")));
        List<Map<String, String>> compared = new ArrayList<>();
        for (List<String> item : COMPARED) {
            compared.addAll(
                    each(
                            card ->
                                    Map.of(
                                            "keluarga",
                                            card,
                                            "butir",
                                            item.get(0),
                                            "kesesuaian",
                                            "SESUAI",
                                            "bukti",
                                            item.get(1))));
        }
        send(facilitator, "/candidate-lists/", "initial-comparisons", compared);
        narrator.say(
                "The facilitator sends lists of the initial meeting, of the letters, of who came,"
                        + " and of %d comparisons with their evidence.",
                compared.size());
    }

    private void decisions() {
        for (String status : List.of("LAYAK", "AKTIF")) {
            send(
                    officer,
                    "/decision-lists/",
                    "status-decisions",
                    each(
                            card ->
                                    Map.of(
                                            "keluarga",
                                            card,
                                            "status",
                                            status,
                                            "berlaku_mulai",
                                            date(),
                                            "kode_alasan",
                                            "VALIDATED_AT_MEETING")));
        }
        narrator.say("The ministry decides by a list that they are eligible, and active.");
    }

    private List<Map<String, String>> each(Function<String, Map<String, String>> row) {
        return IntStream.range(0, NEWCOMERS).mapToObj(this::card).map(row).toList();
    }

    private void send(ListDesk sender, String folder, String kind, List<Map<String, String>> rows) {
        Counted counted = sender.sent(folder + kind, sender.filledIn(kind, rows));
        findings.equal("the list of " + kind, new Counted(CREATED, rows.size(), 0), counted);
    }
}
