package id.pkh.systemtests;

import id.pkh.district.story.Cast;
import id.pkh.district.story.Identities;
import id.pkh.district.story.Stage;
import id.pkh.district.story.TokenMinter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Two villages of a sub-district that are alike, each with its own facilitator. */
final class TwinVillages {

    static final TwinVillage FIRST = new TwinVillage(1);
    static final TwinVillage SECOND = new TwinVillage(2);
    static final List<TwinVillage> BOTH = List.of(FIRST, SECOND);

    /** Beside them, for what may happen to a family of one village only. */
    static final TwinVillage APART = new TwinVillage(3);

    private static final List<TwinVillage> ALL = List.of(FIRST, SECOND, APART);

    private static final String SUB_DISTRICT = "17.71.08";

    private static final String FACILITATORS =
            "kode_pendamping;nama;nik;peran;kode_desa;berlaku_mulai;berlaku_sampai";
    private static final String GROUPS =
            "kode_kelompok,nama_kelompok,kode_desa,tempat_pertemuan,tanggal_dibentuk";
    private static final String FAMILIES =
            "no_kk;nik_pengurus;nama_pengurus;alamat;kode_desa;kode_kelompok;bank;no_rekening;"
                    + "status;peserta_sejak";
    private static final String MEMBERS =
            "no_kk,nik,nama,tanggal_lahir,jenis_kelamin,komponen,npsn,nisn,tingkat,"
                    + "berlaku_mulai,berlaku_sampai";

    private TwinVillages() {}

    static Cast cast(TokenMinter tokens) {
        return new Cast(
                tokens,
                ALL.stream()
                        .collect(
                                Collectors.toMap(
                                        TwinVillage::facilitator,
                                        village -> List.of(village.code()))),
                ALL.stream()
                        .collect(Collectors.toMap(TwinVillage::code, TwinVillage::facilitator)));
    }

    /** The rosters of all, as one file of each kind. */
    static void register(Stage stage, Cast cast, Path folder) {
        Map<String, Stream<String>> rosters =
                Map.of(
                        "facilitators", lines(FACILITATORS, TwinVillage::facilitatorLines),
                        "groups", lines(GROUPS, TwinVillage::groupLines),
                        "families", lines(FAMILIES, TwinVillage::familyLines),
                        "members", lines(MEMBERS, TwinVillage::memberLines));
        Rosters.send(
                stage,
                cast,
                SUB_DISTRICT,
                kind -> written(folder.resolve(kind + ".csv"), rosters.get(kind)));
        Identities identities = new Identities(stage.registry(cast.administrator()), cast);
        ALL.forEach(village -> village.getAcquainted(stage, cast, identities));
    }

    private static Stream<String> lines(
            String header, Function<TwinVillage, List<String>> ofVillage) {
        return Stream.concat(
                Stream.of(header), ALL.stream().flatMap(each -> ofVillage.apply(each).stream()));
    }

    private static Path written(Path file, Stream<String> lines) {
        try {
            return Files.write(file, lines.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
