package id.pkh.district.story;

import java.util.ArrayList;
import java.util.List;

/** Deviations from the expected results, one line each; a long list is cut, and says so. */
final class Findings {

    private static final int LINES_MAX = 300;

    private final List<String> lines = new ArrayList<>();
    private int beyond;

    void add(String line) {
        if (lines.size() < LINES_MAX) {
            lines.add(line);
        } else {
            beyond++;
        }
    }

    void equal(String what, Object expected, Object found) {
        if (!expected.equals(found)) {
            add(what + ": expected " + expected + ", found " + found);
        }
    }

    void isTrue(String what, boolean holds) {
        if (!holds) {
            add(what);
        }
    }

    int count() {
        return lines.size() + beyond;
    }

    List<String> lines() {
        List<String> all = new ArrayList<>(lines);
        if (beyond > 0) {
            all.add("… and " + beyond + " more");
        }
        return all;
    }
}
