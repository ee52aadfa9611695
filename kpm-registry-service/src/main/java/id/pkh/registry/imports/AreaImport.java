package id.pkh.registry.imports;

import id.pkh.platform.files.ColumnSpec;
import id.pkh.platform.security.AreaScope;
import id.pkh.registry.family.SqlFailure;
import id.pkh.registry.intake.FieldReader;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The list of areas; one stands in a file after the area that it lies in, or in the same chunk. */
@ApplicationScoped
class AreaImport implements RowImport<AreaDraft> {

    private static final ColumnSpec[] COLUMNS = {
        ColumnSpec.required("kode", "kode_wilayah", "code"), ColumnSpec.required("nama", "name")
    };

    private static final String ON_RECORD = "SELECT code, name FROM area WHERE code = ANY (?)";

    private static final String UPSERT =
            "INSERT INTO area (code, name) VALUES (?, ?)"
                    + " ON CONFLICT (code) DO UPDATE SET name = excluded.name";

    private final AgroalDataSource database;

    AreaImport(AgroalDataSource database) {
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
    public void apply(List<Line<AreaDraft>> lines, Chunk chunk) {
        List<Line<AreaDraft>> parentsFirst =
                lines.stream()
                        .sorted(Comparator.comparing((Line<AreaDraft> l) -> l.draft().code()))
                        .toList();
        try (Connection connection = database.getConnection()) {
            Map<String, String> names = onRecord(connection, lines);
            try (PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
                for (Line<AreaDraft> line : parentsFirst) {
                    apply(line, names, upsert, chunk);
                }
                upsert.executeBatch();
            }
        } catch (SQLException failed) {
            throw new SqlFailure("writing areas", failed);
        }
    }

    private static void apply(
            Line<AreaDraft> line, Map<String, String> names, PreparedStatement upsert, Chunk chunk)
            throws SQLException {
        AreaDraft area = line.draft();
        if (area.name().equals(names.get(area.code()))) {
            chunk.unchanged();
            return;
        }
        if (!chunk.areas().covers(area.code())) {
            chunk.refuse(
                    line.number(), "kode", area.code(), "AREA_NOT_YOURS", "a code in your areas");
            return;
        }
        String parent = parentOf(area.code());
        if (parent != null && !names.containsKey(parent)) {
            chunk.refuse(line.number(), "kode", area.code(), "AREA_PARENT_UNKNOWN", parent);
            return;
        }
        names.put(area.code(), area.name());
        upsert.setString(1, area.code());
        upsert.setString(2, area.name());
        upsert.addBatch();
        chunk.applied();
    }

    private static String parentOf(String code) {
        int dot = code.lastIndexOf('.');
        return dot < 0 ? null : code.substring(0, dot);
    }

    private static Map<String, String> onRecord(Connection connection, List<Line<AreaDraft>> lines)
            throws SQLException {
        Set<String> codes = new HashSet<>();
        for (Line<AreaDraft> line : lines) {
            codes.add(line.draft().code());
            codes.add(parentOf(line.draft().code()));
        }
        codes.remove(null);
        Map<String, String> names = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(ON_RECORD)) {
            query.setArray(1, connection.createArrayOf("text", codes.toArray()));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    names.put(row.getString(1), row.getString(2));
                }
            }
        }
        return names;
    }
}
