package id.pkh.district.generate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a population in the form in which people have it: registry files, attendance sheets,
 * school and health forms, and the story. It generates one district after the other, and one group
 * after the other within it, so that only one district at a time is in memory.
 */
public final class DistrictGenerator {

    private static final int FAMILIES_PER_DISTRICT = 1_500;
    private static final int SMALLEST_DISTRICT = 100;
    private static final double FAMILIES_PER_GROUP = 25;

    private DistrictGenerator() {}

    /** Writes into an empty folder; the same spec gives the same bytes. */
    public static void generate(Path outDir, DistrictSpec spec) throws IOException {
        StoryFile story = new StoryFile(outDir, spec);
        try (RegistryFiles files = new RegistryFiles(outDir)) {
            Population population = new Population(outDir, spec, files, story);
            List<Integer> districts = districtSizes(spec.families());
            for (int index = 0; index < districts.size(); index++) {
                population.writeDistrict(Areas.district(index), groupSizes(districts.get(index)));
            }
        }
        story.write();
    }

    static int districts(int families) {
        return districtSizes(families).size();
    }

    /** Families per district; a small rest goes to the last one. */
    private static List<Integer> districtSizes(int families) {
        List<Integer> sizes = new ArrayList<>();
        for (int left = families; left > 0; left -= sizes.get(sizes.size() - 1)) {
            boolean isLast = left < FAMILIES_PER_DISTRICT + SMALLEST_DISTRICT;
            sizes.add(isLast ? left : FAMILIES_PER_DISTRICT);
        }
        return sizes;
    }

    /**
     * About 25 families per group: neighbouring groups differ by up to three, and the sizes add up
     * to the total.
     */
    static List<Integer> groupSizes(int families) {
        int groups = (int) Math.max(1, Math.round(families / FAMILIES_PER_GROUP));
        List<Integer> sizes = new ArrayList<>();
        for (int group = 0; group < groups; group++) {
            int even = families / groups + (group < families % groups ? 1 : 0);
            boolean hasNeighbour = (group ^ 1) < groups;
            int shift = hasNeighbour ? (group / 2) % 4 : 0;
            shift = Math.min(shift, even / 4);
            sizes.add(even + (group % 2 == 0 ? shift : -shift));
        }
        int sum = sizes.stream().mapToInt(Integer::intValue).sum();
        sizes.set(groups - 1, sizes.get(groups - 1) + families - sum);
        return sizes;
    }
}
