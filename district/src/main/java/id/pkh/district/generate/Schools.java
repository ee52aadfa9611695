package id.pkh.district.generate;

import id.pkh.district.generate.GeneratedFamily.Component;
import id.pkh.district.generate.GeneratedFamily.School;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The schools of a district: two primary schools per village, and secondary schools for the whole
 * district.
 */
final class Schools {

    static final int PRIMARY_PER_VILLAGE = 2;
    private static final int FIRST_NPSN = 10_702_301;
    private static final int NPSN_PER_DISTRICT = 20;

    private final List<School> all = new ArrayList<>();

    Schools(Areas.District district) {
        for (Areas.Village village : district.villages()) {
            for (int i = 0; i < PRIMARY_PER_VILLAGE; i++) {
                add(district, Component.SD, village.code());
            }
        }
        for (int i = 0; i < 3; i++) {
            add(district, Component.SMP, district.code());
        }
        for (int i = 0; i < 2; i++) {
            add(district, Component.SMA, district.code());
        }
    }

    private void add(Areas.District district, Component level, String area) {
        int index = all.size();
        int npsn = FIRST_NPSN + district.index() * NPSN_PER_DISTRICT + index;
        String place =
                district.index() == 0 ? "KOTA BENGKULU" : district.name().toUpperCase(Locale.ROOT);
        String name = level + " NEGERI " + (index + 10) + " " + place;
        all.add(new School(index, String.valueOf(npsn), name, level, area));
    }

    List<School> all() {
        return List.copyOf(all);
    }

    School forPupil(Dice dice, Component level, Areas.Village village) {
        return switch (level) {
            case SD ->
                    all.get(
                            village.ordinal() * PRIMARY_PER_VILLAGE
                                    + dice.upTo(PRIMARY_PER_VILLAGE));
            case SMP -> all.get(firstSecondary() + dice.weighted(45, 45, 10));
            default -> all.get(firstSecondary() + 3 + dice.weighted(60, 40));
        };
    }

    static int firstSecondary() {
        return Areas.VILLAGES_PER_DISTRICT * PRIMARY_PER_VILLAGE;
    }
}
