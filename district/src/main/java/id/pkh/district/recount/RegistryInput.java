package id.pkh.district.recount;

import id.pkh.district.recount.Facts.Assignment;
import id.pkh.district.recount.Facts.Family;
import id.pkh.district.recount.Facts.Person;
import id.pkh.district.recount.TableFile.Line;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads facilitators, groups, families and members, and finds the rows that must be refused. */
final class RegistryInput {

    private static final Set<String> BANKS =
            Set.of("", "BRI", "BNI", "MANDIRI", "BTN", "BSI", "POS");
    private static final Set<String> STATUSES = Set.of("AKTIF", "CALON");

    final List<Assignment> assignments = new ArrayList<>();
    final Map<String, String> villageOfGroup = new LinkedHashMap<>();
    final Map<String, Family> familyOfCaretaker = new LinkedHashMap<>();
    final List<RowProblem> problems = new ArrayList<>();
    private final Map<String, Family> familyOfCard = new HashMap<>();
    private final Map<String, String> cardOfNik = new HashMap<>();
    private final Set<String> memberNiks = new HashSet<>();
    private final Set<String> villages = new HashSet<>();

    RegistryInput(Path folder) throws IOException {
        facilitators(TableFile.read(folder.resolve("facilitators.csv")));
        groups(TableFile.read(folder.resolve("groups.csv")));
        families(TableFile.read(folder.resolve("families.csv")));
        members(TableFile.read(folder.resolve("members.csv")));
    }

    private void facilitators(List<Line> lines) {
        Line head = lines.get(0);
        for (Line line : lines.subList(1, lines.size())) {
            String village = value(head, line, "kode_desa");
            villages.add(village);
            if (value(head, line, "peran").equals("PENDAMPING")) {
                assignments.add(
                        new Assignment(
                                value(head, line, "kode_pendamping"),
                                village,
                                Cells.date(value(head, line, "berlaku_mulai")).orElseThrow(),
                                Cells.date(value(head, line, "berlaku_sampai")).orElse(null)));
            }
        }
    }

    private void groups(List<Line> lines) {
        Line head = lines.get(0);
        for (Line line : lines.subList(1, lines.size())) {
            String village = value(head, line, "kode_desa");
            villages.add(village);
            villageOfGroup.put(value(head, line, "kode_kelompok"), village);
        }
    }

    private void families(List<Line> lines) {
        Line head = lines.get(0);
        for (Line line : lines.subList(1, lines.size())) {
            String wrong = wrongCellOfFamily(head, line);
            if (wrong != null) {
                problems.add(new RowProblem("families.csv", line.number(), TableFile.plain(wrong)));
                continue;
            }
            Family family =
                    new Family(
                            value(head, line, "no_kk"),
                            value(head, line, "nik_pengurus"),
                            value(head, line, "kode_desa"),
                            value(head, line, "kode_kelompok"),
                            value(head, line, "status").equals("AKTIF"),
                            value(head, line, "bank"),
                            value(head, line, "no_rekening"),
                            new ArrayList<>());
            familyOfCard.put(family.card(), family);
            familyOfCaretaker.put(family.caretaker(), family);
            cardOfNik.put(family.caretaker(), family.card());
        }
    }

    private String wrongCellOfFamily(Line head, Line line) {
        String card = value(head, line, "no_kk");
        String caretaker = value(head, line, "nik_pengurus");
        if (!card.matches("[0-9]{16}") || familyOfCard.containsKey(card)) {
            return "no_kk";
        }
        if (!Cells.nik(caretaker) || familyOfCaretaker.containsKey(caretaker)) {
            return "nik_pengurus";
        }
        if (!villages.contains(value(head, line, "kode_desa"))) {
            return "kode_desa";
        }
        if (!BANKS.contains(value(head, line, "bank"))) {
            return "bank";
        }
        if (!STATUSES.contains(value(head, line, "status"))) {
            return "status";
        }
        return Cells.date(value(head, line, "peserta_sejak")).isEmpty() ? "peserta_sejak" : null;
    }

    private void members(List<Line> lines) {
        Line head = lines.get(0);
        for (Line line : lines.subList(1, lines.size())) {
            String wrong = wrongCellOfMember(head, line);
            if (wrong != null) {
                problems.add(new RowProblem("members.csv", line.number(), TableFile.plain(wrong)));
                continue;
            }
            String nik = value(head, line, "nik");
            memberNiks.add(nik);
            LocalDate until = Cells.date(value(head, line, "berlaku_sampai")).orElse(null);
            familyOfCard
                    .get(value(head, line, "no_kk"))
                    .people()
                    .add(
                            new Person(
                                    nik,
                                    Cells.date(value(head, line, "tanggal_lahir")).orElseThrow(),
                                    Cells.component(value(head, line, "komponen")).orElseThrow(),
                                    value(head, line, "npsn"),
                                    Cells.date(value(head, line, "berlaku_mulai")).orElseThrow(),
                                    until));
        }
    }

    private String wrongCellOfMember(Line head, Line line) {
        String card = value(head, line, "no_kk");
        String nik = value(head, line, "nik");
        if (!familyOfCard.containsKey(card)) {
            return "no_kk";
        }
        boolean anotherFamilys = !card.equals(cardOfNik.getOrDefault(nik, card));
        if (!Cells.nik(nik) || memberNiks.contains(nik) || anotherFamilys) {
            return "nik";
        }
        if (Cells.date(value(head, line, "tanggal_lahir")).isEmpty()) {
            return "tanggal_lahir";
        }
        if (Cells.component(value(head, line, "komponen")).isEmpty()) {
            return "komponen";
        }
        return Cells.date(value(head, line, "berlaku_mulai")).isEmpty() ? "berlaku_mulai" : null;
    }

    private static String value(Line head, Line line, String heading) {
        int column = head.column(heading);
        if (column < 0) {
            throw new IllegalArgumentException("no column " + heading);
        }
        return line.cell(column);
    }
}
