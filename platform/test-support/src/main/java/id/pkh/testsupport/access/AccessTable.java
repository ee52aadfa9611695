package id.pkh.testsupport.access;

import static java.util.stream.Collectors.toCollection;

import id.pkh.testsupport.description.ApiDocument;
import id.pkh.testsupport.description.DescribedOperation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The tables of docs/access.md, which people write: one row for each operation, a column for each
 * role with an {@code x} where the role may call it, and what areas mean for it.
 */
public final class AccessTable {

    private static final Path PAGE = Path.of("..", "docs", "access.md");
    private static final String OF_EVERY_SERVICE = "Every service";
    private static final String API = "/api/v1";

    /** The columns of roles, in their order. */
    private static final Map<String, String> ROLES =
            Map.of(
                    "facilitator", "FACILITATOR",
                    "coordinator", "COORDINATOR",
                    "administrator", "DATA_ADMINISTRATOR",
                    "officer", "MINISTRY_OFFICER",
                    "approver", "MINISTRY_APPROVER",
                    "hotline", "HOTLINE_CLERK",
                    "bank", "BANK",
                    "system", "EXTERNAL_SYSTEM",
                    "operations", "OPERATIONS",
                    "auditor", "AUDITOR");

    private final Map<String, AccessRow> rows = new TreeMap<>();

    private AccessTable() {}

    /** The rows of every service and those of this one. */
    public static AccessTable of(String service) {
        return of(service, read(PAGE));
    }

    static AccessTable of(String service, List<String> page) {
        AccessTable table = new AccessTable();
        table.add(page, OF_EVERY_SERVICE, API);
        table.add(page, service, API);
        return table;
    }

    /** The rows of an application that has pages instead of an API. */
    public static AccessTable ofPages(String application) {
        AccessTable table = new AccessTable();
        table.add(read(PAGE), application, "");
        return table;
    }

    /** Every role of the programme. */
    public static Set<String> everyRole() {
        return new TreeSet<>(ROLES.values());
    }

    public Collection<AccessRow> rows() {
        return rows.values();
    }

    /** One without a row is found by {@link #differencesFrom}; the others are attacked anyway. */
    boolean hasRow(DescribedOperation operation) {
        return rows.containsKey(nameOf(operation));
    }

    AccessRow row(DescribedOperation operation) {
        return rows.get(nameOf(operation));
    }

    /** Operations without a row, rows without an operation, and roles that differ. */
    List<String> differencesFrom(ApiDocument document) {
        Map<String, Set<String>> described = new TreeMap<>();
        document.operations()
                .forEach(
                        operation ->
                                described.put(nameOf(operation), new TreeSet<>(operation.roles())));
        return differencesFrom(described);
    }

    /** The same for operations or pages and the roles that may call them. */
    public List<String> differencesFrom(Map<String, Set<String>> rolesByOperation) {
        List<String> differences = new ArrayList<>();
        rolesByOperation.forEach(
                (operation, roles) -> {
                    AccessRow row = rows.get(operation);
                    if (row == null) {
                        differences.add(operation + " has no row");
                        return;
                    }
                    without(roles, row.roles())
                            .forEach(
                                    role ->
                                            differences.add(
                                                    "%s permits %s, which its row does not list"
                                                            .formatted(operation, role)));
                    without(row.roles(), roles)
                            .forEach(
                                    role ->
                                            differences.add(
                                                    "%s refuses %s, which its row lists"
                                                            .formatted(operation, role)));
                });
        without(rows.keySet(), rolesByOperation.keySet())
                .forEach(name -> differences.add("the row of " + name + " has no operation"));
        return differences;
    }

    static String nameOf(DescribedOperation operation) {
        return operation.method().toUpperCase() + " " + operation.path();
    }

    private static Set<String> without(Set<String> all, Set<String> those) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(those);
        return rest;
    }

    private void add(List<String> page, String section, String base) {
        List<String> columns = List.of();
        for (String line : sectionOf(page, section)) {
            List<String> cells = cells(line);
            if (cells.isEmpty() || cells.get(0).startsWith("---")) {
                continue;
            }
            // a section may have several tables, each with the roles that its operations have
            if (columns.isEmpty() || cells.get(0).equals(columns.get(0))) {
                columns = cells;
                continue;
            }
            AccessRow row = row(columns, cells, base);
            if (rows.put(row.operation(), row) != null) {
                throw new AssertionError(row.operation() + " has two rows");
            }
        }
        if (columns.isEmpty()) {
            throw new AssertionError("docs/access.md has no table of " + section);
        }
    }

    private static List<String> sectionOf(List<String> page, String section) {
        int heading = page.indexOf("## " + section);
        return heading < 0
                ? List.of()
                : page.stream()
                        .skip(heading + 1L)
                        .takeWhile(line -> !line.startsWith("## "))
                        .toList();
    }

    private static AccessRow row(List<String> columns, List<String> cells, String base) {
        if (cells.size() != columns.size()) {
            throw new AssertionError("not as many cells as columns: " + cells);
        }
        Set<String> roles =
                IntStream.range(0, cells.size())
                        .filter(column -> cells.get(column).equals("x"))
                        .mapToObj(column -> roleOf(columns.get(column)))
                        .collect(toCollection(TreeSet::new));
        String[] operation = cells.get(0).split(" ");
        List<String> rules =
                List.of(cells.get(columns.indexOf("areas")).replace(" ", "").split(","));
        return new AccessRow(
                operation[0] + " " + base + operation[1],
                roles,
                AreaRule.of(rules.get(0)),
                Set.copyOf(rules.subList(1, rules.size())),
                cells.get(columns.indexOf("remark")));
    }

    private static String roleOf(String column) {
        String role = ROLES.get(column);
        if (role == null) {
            throw new AssertionError("no role has the column " + column);
        }
        return role;
    }

    private static List<String> cells(String line) {
        if (!line.startsWith("|")) {
            return List.of();
        }
        String inner = line.strip();
        return Arrays.stream(inner.substring(1, inner.length() - 1).split("\\|", -1))
                .map(cell -> cell.strip().replace("`", ""))
                .toList();
    }

    private static List<String> read(Path page) {
        try {
            return Files.readAllLines(page);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
