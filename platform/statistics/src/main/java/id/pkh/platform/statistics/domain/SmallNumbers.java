package id.pkh.platform.statistics.domain;

import java.util.List;

/**
 * Hides numbers under a threshold, and as many others as are needed that no hidden number can be
 * computed from those that are shown: not from the total of its area, not from the area above and
 * the other parts of it. See docs/rules/status.md.
 *
 * <p>The most frequent status, the companion, is hidden in each row in which anything else is.
 * Every other column, the total included, is closed by itself: of an area that is shown, the parts
 * that are not are two at least, and together not small; of an area that is not shown, one part at
 * least is not shown either. So each hidden number lies on a path of hidden numbers of its column,
 * between two villages or between a village and the country. If one of the two ends were one more
 * and the other one less, and the companion of these rows the opposite, every number that is shown
 * would be the same.
 */
public final class SmallNumbers {

    private final AreaCounts country;
    private final List<AreaCounts> areas;
    private final long threshold;
    private final int companion;
    private boolean changed;

    private SmallNumbers(AreaCounts country, long threshold) {
        this.country = country;
        this.areas = country.all();
        this.threshold = threshold;
        this.companion = mostFrequent(country);
    }

    /**
     * @param threshold the smallest number that may be shown beside zero
     */
    public static void hide(AreaCounts country, long threshold) {
        new SmallNumbers(country, threshold).hide();
    }

    private static int mostFrequent(AreaCounts country) {
        int most = 0;
        for (int status = 1; status < country.total(); status++) {
            if (country.count(status) > country.count(most)) {
                most = status;
            }
        }
        return most;
    }

    private void hide() {
        areas.forEach(this::hideSmall);
        do {
            changed = false;
            for (AreaCounts area : areas) {
                coverInRow(area);
                for (int column = 0; column < country.columns(); column++) {
                    if (column != companion) {
                        coverAmongParts(area, column);
                    }
                }
                coverCompanionOfParts(area);
            }
        } while (changed);
    }

    private boolean isSmall(long number) {
        return number > 0 && number < threshold;
    }

    private void hideSmall(AreaCounts area) {
        for (int column = 0; column < area.columns(); column++) {
            if (isSmall(area.count(column))) {
                hide(area, column);
            }
        }
    }

    /** The companion is hidden with any other; alone, it would be the rest of the total. */
    private void coverInRow(AreaCounts area) {
        boolean isOtherHidden = false;
        long together = 0;
        for (int column = 0; column < area.columns(); column++) {
            isOtherHidden |= column != companion && area.isHidden(column);
        }
        if (!isOtherHidden && !area.isHidden(companion)) {
            return;
        }
        hide(area, companion);
        for (int status = 0; status < area.total(); status++) {
            together += area.isHidden(status) ? area.count(status) : 0;
        }
        while (!area.isHidden(area.total()) && (!isOtherHidden || isSmall(together))) {
            int next = smallestShown(area);
            hide(area, next);
            isOtherHidden = true;
            together += next == area.total() ? 0 : area.count(next);
        }
    }

    /**
     * The status with the smallest number that is shown and not zero; the total if there is none.
     */
    private int smallestShown(AreaCounts area) {
        int smallest = area.total();
        for (int status = 0; status < area.total(); status++) {
            if (status != companion
                    && !area.isHidden(status)
                    && area.count(status) > 0
                    && area.count(status) < area.count(smallest)) {
                smallest = status;
            }
        }
        return smallest;
    }

    private void coverAmongParts(AreaCounts area, int column) {
        int hiddenParts = 0;
        long together = 0;
        for (AreaCounts part : area.parts()) {
            if (part.isHidden(column)) {
                hiddenParts++;
                together += part.count(column);
            }
        }
        if (area.isHidden(column)) {
            if (hiddenParts == 0 && !area.parts().isEmpty()) {
                AreaCounts next = area.smallestShownPart(column);
                hide(next == null ? area.parts().get(0) : next, column);
            }
            return;
        }
        while (hiddenParts == 1 || isSmall(together)) {
            AreaCounts next = area.smallestShownPart(column);
            if (next == null) {
                hide(area, column);
                return;
            }
            hide(next, column);
            hiddenParts++;
            together += next.count(column);
        }
    }

    /** The companion of the parts is hidden with other numbers; together it must not be small. */
    private void coverCompanionOfParts(AreaCounts area) {
        if (area.isHidden(companion)) {
            return;
        }
        area.parts().forEach(this::coverInRow);
        long together = 0;
        for (AreaCounts part : area.parts()) {
            together += part.isHidden(companion) ? part.count(companion) : 0;
        }
        while (isSmall(together)) {
            AreaCounts next = area.smallestShownPart(companion);
            if (next == null) {
                hide(area, companion);
                return;
            }
            hide(next, smallestShown(next));
            hide(next, companion);
            together += next.count(companion);
        }
    }

    private void hide(AreaCounts area, int column) {
        changed |= area.hide(column);
    }
}
