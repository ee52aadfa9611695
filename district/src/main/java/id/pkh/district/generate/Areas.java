package id.pkh.district.generate;

import java.util.ArrayList;
import java.util.List;

/**
 * The districts (kecamatan) of a generated population. The first is the real Sungai Serut; a large
 * population also lives in made-up districts with well-formed Kemendagri codes.
 */
final class Areas {

    record Village(String code, String name, int ordinal) {}

    record District(int index, String code, String name, List<Village> villages) {

        /** The first six digits of a NIK that was issued here. */
        String digits() {
            return code.replace(".", "");
        }
    }

    private static final int DISTRICTS_PER_REGENCY = 60;
    private static final int LAST_REGENCY = 99;
    private static final int FIRST_MADE_UP_DISTRICT = 31;
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
        int regency = 71 + (index - 1) / DISTRICTS_PER_REGENCY;
        if (regency > LAST_REGENCY) {
            throw new IllegalArgumentException("no code left for district " + index);
        }
        int number = FIRST_MADE_UP_DISTRICT + (index - 1) % DISTRICTS_PER_REGENCY;
        String code = "17." + regency + "." + number;
        List<String> names = new ArrayList<>();
        for (int village = 1; village <= VILLAGES_PER_DISTRICT; village++) {
            names.add("Kelurahan Contoh " + regency + number + village);
        }
        return new District(
                index, code, "Kecamatan Contoh " + regency + number, villages(code, names));
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
