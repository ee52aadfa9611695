package id.pkh.district.recount;

import id.pkh.district.recount.Facts.Family;
import id.pkh.district.recount.Facts.Mark;
import id.pkh.district.recount.Facts.Sheet;
import id.pkh.district.recount.TableFile.Line;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reads attendance sheets of one kind; a later sheet of the same group and month changes the marks
 * that it states, and leaves those of families that are blank, missing or refused.
 */
final class SheetInput {

    private final Path folder;
    private final RegistryInput registry;
    private final Map<String, Map<YearMonth, Sheet>> sheets = new HashMap<>();

    SheetInput(Path folder, RegistryInput registry) {
        this.folder = folder;
        this.registry = registry;
    }

    Sheet sheet(String group, YearMonth month) {
        return sheets.getOrDefault(group, Map.of()).get(month);
    }

    void readAll(String subfolder) throws IOException {
        Path start = folder.resolve(subfolder);
        if (!Files.isDirectory(start)) {
            return;
        }
        try (Stream<Path> files = Files.walk(start)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                read(file);
            }
        }
    }

    void read(Path file) throws IOException {
        String group = null;
        YearMonth month = null;
        Line head = null;
        Map<String, Mark> marks = new LinkedHashMap<>();
        for (Line line : TableFile.read(file)) {
            String label = TableFile.plain(line.cell(0));
            if (head != null) {
                row(file, head, line, group, marks);
            } else if (label.equals("kodekelompok")) {
                group = line.cell(1);
            } else if (label.equals("bulan")) {
                month = Cells.monthAndYear(line.cell(1));
            } else if (line.column("Kehadiran") >= 0) {
                head = line;
            }
        }
        sheets.computeIfAbsent(group, key -> new HashMap<>())
                .merge(month, new Sheet(group, month, marks), SheetInput::corrected);
    }

    private static Sheet corrected(Sheet earlier, Sheet later) {
        Map<String, Mark> marks = new LinkedHashMap<>(earlier.marks());
        later.marks()
                .forEach(
                        (nik, mark) -> {
                            if (mark != Mark.UNMARKED) {
                                marks.put(nik, mark);
                            }
                        });
        return new Sheet(later.group(), later.month(), marks);
    }

    private void row(Path file, Line head, Line line, String group, Map<String, Mark> marks) {
        if (line.blank()) {
            return;
        }
        String nik = line.cell(head.column("NIK Pengurus"));
        Family family = registry.familyOfCaretaker.get(nik);
        Mark mark = Cells.mark(line.cell(head.column("Kehadiran"))).orElse(null);
        if (family == null || !family.group().equals(group)) {
            problem(file, line, "nikpengurus");
        } else if (mark == null) {
            problem(file, line, "kehadiran");
        } else {
            marks.put(nik, mark);
        }
    }

    private void problem(Path file, Line line, String column) {
        String name = folder.relativize(file).toString();
        registry.problems.add(new RowProblem(name, line.number(), column));
    }

    List<Sheet> all() {
        return sheets.values().stream().flatMap(m -> m.values().stream()).toList();
    }
}
