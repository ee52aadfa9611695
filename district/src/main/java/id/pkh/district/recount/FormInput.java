package id.pkh.district.recount;

import id.pkh.district.recount.Facts.HealthMonth;
import id.pkh.district.recount.Facts.SchoolMonth;
import id.pkh.district.recount.TableFile.Line;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the school and health forms of a quarter. Months are numbers, 1 to 12. */
final class FormInput {

    private final Path folder;
    private final RegistryInput registry;
    private final Set<String> known;
    final Set<String> schoolsHeard = new HashSet<>();
    final Set<String> onSchoolForm = new HashSet<>();
    final Set<String> onHealthForm = new HashSet<>();
    private final Map<String, Map<Integer, SchoolMonth>> school = new HashMap<>();
    private final Map<String, Map<Integer, HealthMonth>> health = new HashMap<>();

    FormInput(Path folder, RegistryInput registry) {
        this.folder = folder;
        this.registry = registry;
        this.known =
                registry.familyOfCaretaker.values().stream()
                        .flatMap(family -> family.people().stream())
                        .map(Facts.Person::nik)
                        .collect(Collectors.toSet());
    }

    Optional<SchoolMonth> school(String nik, int month) {
        return Optional.ofNullable(school.getOrDefault(nik, Map.of()).get(month));
    }

    Optional<HealthMonth> health(String nik, int month) {
        return Optional.ofNullable(health.getOrDefault(nik, Map.of()).get(month));
    }

    void readSchools(String subfolder) throws IOException {
        for (Path file : files(subfolder)) {
            readSchool(file);
        }
    }

    void readHealth(String subfolder) throws IOException {
        for (Path file : files(subfolder)) {
            readHealth(file);
        }
    }

    private List<Path> files(String subfolder) throws IOException {
        Path start = folder.resolve(subfolder);
        if (!Files.isDirectory(start)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(start)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private void readSchool(Path file) throws IOException {
        Line months = null;
        Line head = null;
        for (Line line : TableFile.read(file)) {
            if (head != null) {
                pupil(file, months, head, line);
            } else if (TableFile.plain(line.cell(0)).equals("npsn")) {
                schoolsHeard.add(line.cell(1));
            } else if (line.column("nikSiswa") >= 0) {
                head = line;
            } else {
                months = line;
            }
        }
    }

    private void pupil(Path file, Line months, Line head, Line line) {
        if (line.blank()) {
            return;
        }
        String nik = line.cell(head.column("nikSiswa"));
        if (!known.contains(nik)) {
            problem(file, line, "niksiswa");
            return;
        }
        onSchoolForm.add(nik);
        for (int column = 0; column < months.cells().size(); column++) {
            Optional<Integer> month = Cells.month(months.cell(column));
            boolean filled =
                    month.isPresent()
                            && !(line.cell(column)
                                            + line.cell(column + 1)
                                            + line.cell(column + 2)
                                            + line.cell(column + 3))
                                    .isEmpty();
            if (filled) {
                school.computeIfAbsent(nik, key -> new HashMap<>())
                        .put(
                                month.get(),
                                new SchoolMonth(
                                        number(line, column),
                                        number(line, column + 1),
                                        number(line, column + 2),
                                        number(line, column + 3)));
            }
        }
    }

    private static int number(Line line, int column) {
        String text = line.cell(column);
        return text.isEmpty() ? 0 : Integer.parseInt(text);
    }

    private void readHealth(Path file) throws IOException {
        Line head = null;
        for (Line line : TableFile.read(file)) {
            if (head != null) {
                patient(file, head, line);
            } else if (line.column("nikAnggota") >= 0) {
                head = line;
            }
        }
    }

    private void patient(Path file, Line head, Line line) {
        if (line.blank()) {
            return;
        }
        String nik = line.cell(head.column("nikAnggota"));
        if (!known.contains(nik)) {
            problem(file, line, "nikanggota");
            return;
        }
        onHealthForm.add(nik);
        for (int column = head.column("komponen") + 1; column < head.cells().size(); column++) {
            Optional<Integer> month = Cells.month(head.cell(column));
            String cell = line.cell(column);
            if (month.isPresent() && !cell.isEmpty()) {
                boolean closed = cell.equalsIgnoreCase("TUTUP");
                health.computeIfAbsent(nik, key -> new HashMap<>())
                        .put(
                                month.get(),
                                new HealthMonth(closed ? 0 : Integer.parseInt(cell), closed));
            }
        }
    }

    private void problem(Path file, Line line, String column) {
        String name = folder.relativize(file).toString();
        registry.problems.add(new RowProblem(name, line.number(), column));
    }
}
