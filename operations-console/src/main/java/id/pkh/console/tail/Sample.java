package id.pkh.console.tail;

import java.util.ArrayList;
import java.util.List;

/**
 * A limited number of items of a list, evenly spread, always including the newest.
 *
 * @param leftOut number of items that are not shown
 */
record Sample<T>(List<T> shown, int leftOut) {

    static <T> Sample<T> of(List<T> all, int most) {
        if (all.size() <= most) {
            return new Sample<>(List.copyOf(all), 0);
        }
        List<T> shown = new ArrayList<>(most);
        for (int i = 1; i <= most; i++) {
            shown.add(all.get((int) ((long) i * all.size() / most) - 1));
        }
        return new Sample<>(shown, all.size() - most);
    }
}
