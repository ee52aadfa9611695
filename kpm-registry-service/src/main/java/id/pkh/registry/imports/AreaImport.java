package id.pkh.registry.imports;

import id.pkh.platform.files.ColumnSpec;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import id.pkh.platform.security.AreaScope;
import id.pkh.registry.intake.FieldReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Imports the list of areas. The parent of an area must come before it, or be in the same chunk.
 */
@ApplicationScoped
class AreaImport implements RowImport<AreaDraft> {

    private static final ColumnSpec[] COLUMNS = {
        ColumnSpec.required("kode", "kode_wilayah", "code"), ColumnSpec.required("nama", "name")
    };

    private static final String ON_RECORD = "SELECT code, name FROM area WHERE code = ANY (:codes)";

    private static final String UPSERT =
            "INSERT INTO area (code, name) VALUES (:code, :name)"
                    + " ON CONFLICT (code) DO UPDATE SET name = excluded.name";

    private final Database database;

    AreaImport(Database database) {
        this.database = database;
    }

    @Override
    public String kind() {
        return "areas";
    }

    @Override
    public ColumnSpec[] columns() {
        return COLUMNS;
    }

    @Override
    public AreaDraft read(NamedRow row, FieldReader reader) {
        String code = row.of("kode");
        if (!AreaScope.isAreaCode(code)) {
            code =
                    reader.refuse(
                            "kode",
                            code,
                            "AREA_CODE_INVALID",
                            "PP, PP.KK, PP.KK.CC or PP.KK.CC.VVVV");
        }
        return new AreaDraft(code, reader.name("nama", row.of("nama")));
    }

    @Override
    public void apply(List<ImportLine<AreaDraft>> lines, Chunk chunk) {
        List<ImportLine<AreaDraft>> parentsFirst =
                lines.stream()
                        .sorted(Comparator.comparing((ImportLine<AreaDraft> l) -> l.draft().code()))
                        .toList();
        Map<String, String> names = onRecord(lines);
        List<AreaDraft> accepted =
                parentsFirst.stream()
                        .filter(line -> isAccepted(line, names, chunk))
                        .map(ImportLine::draft)
                        .toList();
        database.batch(
                UPSERT,
                accepted,
                (row, area) -> row.bind("code", area.code()).bind("name", area.name()));
    }

    private static boolean isAccepted(
            ImportLine<AreaDraft> line, Map<String, String> names, Chunk chunk) {
        AreaDraft area = line.draft();
        if (area.name().equals(names.get(area.code()))) {
            chunk.unchanged();
            return false;
        }
        if (!chunk.areas().covers(area.code())) {
            chunk.refuseArea(
                    line.number(),
                    "kode",
                    area.code(),
                    area.code(),
                    "AREA_NOT_YOURS",
                    "a code in your areas");
            return false;
        }
        String parent = parentOf(area.code());
        if (parent != null && !names.containsKey(parent)) {
            chunk.refuse(line.number(), "kode", area.code(), "AREA_PARENT_UNKNOWN", parent);
            return false;
        }
        names.put(area.code(), area.name());
        chunk.applied();
        return true;
    }

    private static String parentOf(String code) {
        int dot = code.lastIndexOf('.');
        return dot < 0 ? null : code.substring(0, dot);
    }

    private Map<String, String> onRecord(List<ImportLine<AreaDraft>> lines) {
        Set<String> codes = new HashSet<>();
        for (ImportLine<AreaDraft> line : lines) {
            codes.add(line.draft().code());
            codes.add(parentOf(line.draft().code()));
        }
        codes.remove(null);
        List<AreaDraft> areas =
                database.query(
                        ON_RECORD,
                        q ->
                                q.bind("codes", SqlArrays.texts(codes))
                                        .map(database.rowsAs(AreaDraft.class))
                                        .list());
        Map<String, String> names = new HashMap<>();
        areas.forEach(area -> names.put(area.code(), area.name()));
        return names;
    }
}
