package id.pkh.platform.web.area;

import java.util.Map;

/** The fields of answers that have the code of an area, and the field with its name. */
public final class AreaNameFields {

    private static final Map<String, String> NAMES =
            Map.of(
                    "village_code", "village_name",
                    "area_code", "area_name",
                    "sub_district", "sub_district_name");

    private AreaNameFields() {}

    /** The field with the name; null if the field is no code of an area. */
    public static String nameOf(String field) {
        return NAMES.get(field);
    }
}
