package id.pkh.verification.schoollink.rest;

import java.util.List;

/** What the page for a school shows, in the words of the reader. */
public record SchoolPage(
        String schoolId,
        String quarter,
        String closesOn,
        int number,
        int pages,
        List<PupilBox> pupils,
        Result result) {

    /** A pupil with three months. */
    public record PupilBox(
            int line,
            String id,
            String label,
            String level,
            String born,
            List<MonthRow> months,
            List<String> faults) {}

    /** The cells of a month; {@code name} begins the names of the fields. */
    public record MonthRow(
            String name, String label, String alpa, String izin, String sakit, String jml) {}

    /** What became of what was sent; {@code fault} when nothing was recorded at all. */
    public record Result(long applied, long unchanged, long refused, String fault) {}

    public boolean hasNext() {
        return number < pages;
    }

    public boolean hasPrevious() {
        return number > 1;
    }

    public int next() {
        return number + 1;
    }

    public int previous() {
        return number - 1;
    }
}
