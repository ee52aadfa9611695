package id.pkh.registry.imports;

import id.pkh.platform.files.ColumnSpec;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import id.pkh.platform.security.AreaScope;
import id.pkh.registry.area.RecordedNames;
import id.pkh.registry.intake.FieldReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Imports areas that no decree lists yet, and the codes of the statistical office. The parent of an
 * area must come before it, or be in the same chunk. An area of a decree is called as the decree
 * says.
 */
@ApplicationScoped
class AreaImport implements RowImport<AreaDraft> {

    private static final ColumnSpec[] COLUMNS = {
        ColumnSpec.required("kode", "kode_wilayah", "code"),
        ColumnSpec.required("nama", "name"),
        ColumnSpec.optional("kode_bps", "bps_code")
    };

    /** The digits of a code of the statistical office, by the length of the area's code. */
    private static final Map<Integer, Integer> BPS_DIGITS = Map.of(2, 2, 5, 4, 8, 7, 13, 10);

    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    private static final String ON_RECORD =
            "SELECT code, name, bps_code, decree IS NOT NULL AS decreed"
                    + " FROM area WHERE code = ANY (:codes) OR bps_code = ANY (:bpsCodes)";

    private static final String UPSERT =
            "INSERT INTO area (code, name, bps_code) VALUES (:code, :name, :bpsCode)"
                    + " ON CONFLICT (code) DO UPDATE"
                    + " SET name = excluded.name, bps_code = coalesce(excluded.bps_code, area.bps_code)";

    private final Database database;
    private final RecordedNames names;

    AreaImport(Database database, RecordedNames names) {
        this.database = database;
        this.names = names;
    }

    /** An area on record, or in an earlier row. */
    public record Known(String code, String name, String bpsCode, boolean decreed) {

        boolean says(AreaDraft area) {
            return name.equals(area.name())
                    && (area.bpsCode() == null || area.bpsCode().equals(bpsCode));
        }
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
        return new AreaDraft(code, reader.name("nama", row.of("nama")), bpsCode(row, code, reader));
    }

    private static String bpsCode(NamedRow row, String code, FieldReader reader) {
        String given = row.of("kode_bps");
        if (given.isEmpty() || code == null) {
            return null;
        }
        int digits = BPS_DIGITS.get(code.length());
        return DIGITS.matcher(given).matches() && given.length() == digits
                ? given
                : reader.refuse("kode_bps", given, "BPS_CODE_INVALID", digits + " digits");
    }

    @Override
    public void apply(List<ImportLine<AreaDraft>> lines, Chunk chunk) {
        List<ImportLine<AreaDraft>> parentsFirst =
                lines.stream()
                        .sorted(Comparator.comparing((ImportLine<AreaDraft> l) -> l.draft().code()))
                        .toList();
        OnRecord onRecord = onRecord(lines);
        List<AreaDraft> accepted =
                parentsFirst.stream()
                        .filter(line -> isAccepted(line, onRecord, chunk))
                        .map(ImportLine::draft)
                        .toList();
        database.batch(
                UPSERT,
                accepted,
                (row, area) ->
                        row.bind("code", area.code())
                                .bind("name", area.name())
                                .bind("bpsCode", area.bpsCode()));
        if (!accepted.isEmpty()) {
            names.forget();
        }
    }

    private static boolean isAccepted(ImportLine<AreaDraft> line, OnRecord onRecord, Chunk chunk) {
        AreaDraft area = line.draft();
        Known known = onRecord.byCode().get(area.code());
        if (known != null && known.says(area)) {
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
        if (parent != null && !onRecord.byCode().containsKey(parent)) {
            chunk.refuse(line.number(), "kode", area.code(), "AREA_PARENT_UNKNOWN", parent);
            return false;
        }
        if (known != null && known.decreed() && !known.name().equals(area.name())) {
            chunk.refuse(line.number(), "nama", area.name(), "AREA_NAME_DECREED", known.name());
            return false;
        }
        if (onRecord.hasOtherWith(area)) {
            chunk.refuse(
                    line.number(),
                    "kode_bps",
                    area.bpsCode(),
                    "BPS_CODE_TAKEN",
                    "a code that no other area has");
            return false;
        }
        onRecord.add(area, known);
        chunk.applied();
        return true;
    }

    private static String parentOf(String code) {
        int dot = code.lastIndexOf('.');
        return dot < 0 ? null : code.substring(0, dot);
    }

    private OnRecord onRecord(List<ImportLine<AreaDraft>> lines) {
        Set<String> codes = new HashSet<>();
        Set<String> bpsCodes = new HashSet<>();
        for (ImportLine<AreaDraft> line : lines) {
            codes.add(line.draft().code());
            codes.add(parentOf(line.draft().code()));
            bpsCodes.add(line.draft().bpsCode());
        }
        codes.remove(null);
        bpsCodes.remove(null);
        OnRecord onRecord = new OnRecord(new HashMap<>(), new HashMap<>());
        database.query(
                        ON_RECORD,
                        q ->
                                q.bind("codes", SqlArrays.texts(codes))
                                        .bind("bpsCodes", SqlArrays.texts(bpsCodes))
                                        .map(database.rowsAs(Known.class))
                                        .list())
                .forEach(onRecord::add);
        return onRecord;
    }

    /** The areas that the rows of a chunk name, by either code. */
    private record OnRecord(Map<String, Known> byCode, Map<String, String> byBpsCode) {

        void add(Known area) {
            byCode.put(area.code(), area);
            if (area.bpsCode() != null) {
                byBpsCode.put(area.bpsCode(), area.code());
            }
        }

        void add(AreaDraft area, Known before) {
            String bpsCode =
                    area.bpsCode() == null && before != null ? before.bpsCode() : area.bpsCode();
            add(new Known(area.code(), area.name(), bpsCode, before != null && before.decreed()));
        }

        boolean hasOtherWith(AreaDraft area) {
            String owner = byBpsCode.get(area.bpsCode());
            return owner != null && !owner.equals(area.code());
        }
    }
}
