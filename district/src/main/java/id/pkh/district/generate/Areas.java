package id.pkh.district.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The districts (kecamatan) of a generated population. The first is the real Sungai Serut; a large
 * population also lives in made-up districts with well-formed Kemendagri codes: first in cities of
 * Bengkulu, then in provinces whose numbers the ministry has not given to any.
 */
final class Areas {

    record Village(String code, String name, int ordinal) {}

    /** An area above the districts: a city, or a province. */
    record Above(String code, String name) {}

    record District(int index, String code, String name, List<Village> villages) {

        /** The first six digits of a NIK that was issued here. */
        String digits() {
            return code.replace(".", "");
        }

        /** The province and the city, from above. */
        List<Above> above() {
            String province = code.substring(0, 2);
            String city = code.substring(0, 5);
            return List.of(
                    new Above(province, "Provinsi Contoh " + province),
                    new Above(city, "Kota Contoh " + city));
        }
    }

    /** What every registry contains before the first import. */
    static final Set<String> ALWAYS_ON_RECORD = Set.of("17", "17.71");

    private static final int BENGKULU = 17;
    private static final int FIRST_FREE_PROVINCE = 22;
    private static final int LAST_FREE_PROVINCE = 29;
    private static final int FIRST_CITY = 71;
    private static final int CITIES_PER_PROVINCE = 29;
    private static final int FIRST_MADE_UP_DISTRICT = 31;
    private static final int DISTRICTS_PER_CITY = 60;
    private static final int DISTRICTS_PER_PROVINCE = CITIES_PER_PROVINCE * DISTRICTS_PER_CITY;
    private static final List<String> SUNGAI_SERUT =
            List.of(
                    "Kampung Kelawi",
                    "Sukamerindu",
                    "Semarang",
                    "Tanjung Agung",
                    "Tanjung Jaya",
                    "Surabaya",
                    "Pasar Bengkulu");

    static final int VILLAGES_PER_DISTRICT = SUNGAI_SERUT.size();

    private Areas() {}

    static District district(int index) {
        if (index == 0) {
            return new District(0, "17.71.08", "Sungai Serut", villages("17.71.08", SUNGAI_SERUT));
        }
        int madeUp = index - 1;
        int inProvince = madeUp % DISTRICTS_PER_PROVINCE;
        int province = province(madeUp / DISTRICTS_PER_PROVINCE);
        int city = FIRST_CITY + inProvince / DISTRICTS_PER_CITY;
        int number = FIRST_MADE_UP_DISTRICT + inProvince % DISTRICTS_PER_CITY;
        String code = province + "." + city + "." + number;
        String name = (province == BENGKULU ? "" : province + "-") + city + number;
        List<String> names = new ArrayList<>();
        for (int village = 1; village <= VILLAGES_PER_DISTRICT; village++) {
            names.add("Kelurahan Contoh " + name + village);
        }
        return new District(index, code, "Kecamatan Contoh " + name, villages(code, names));
    }

    private static int province(int ordinal) {
        int province = ordinal == 0 ? BENGKULU : FIRST_FREE_PROVINCE + ordinal - 1;
        if (province > LAST_FREE_PROVINCE) {
            throw new IllegalArgumentException("no code left for a province");
        }
        return province;
    }

    private static List<Village> villages(String district, List<String> names) {
        List<Village> villages = new ArrayList<>();
        for (int ordinal = 0; ordinal < names.size(); ordinal++) {
            villages.add(
                    new Village(district + "." + (1001 + ordinal), names.get(ordinal), ordinal));
        }
        return List.copyOf(villages);
    }
}
