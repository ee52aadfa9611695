package id.pkh.disbursement.profile;

import id.pkh.disbursement.profile.file.ReadRow;
import id.pkh.disbursement.profile.file.ReadRow.Line;
import id.pkh.disbursement.profile.file.ReadRow.Totals;
import java.util.ArrayList;
import java.util.List;

/** What a profile reads of a sample file. */
public final class ReadSample {

    private final List<ReadRow> rows = new ArrayList<>();
    private int lines;
    private int unreadable;
    private long sumIdr;
    private Totals totals;

    void add(ReadRow row) {
        rows.add(row);
        unreadable += TryProfile.isRead(row) ? 0 : 1;
        if (row instanceof Line line) {
            lines++;
            sumIdr += line.amountIdr() == null ? 0 : line.amountIdr();
        } else if (row instanceof Totals one) {
            totals = one;
        }
    }

    public List<ReadRow> rows() {
        return rows;
    }

    public int lines() {
        return lines;
    }

    public int unreadable() {
        return unreadable;
    }

    public long sumIdr() {
        return sumIdr;
    }

    /** The totals of the sample; null where it has none. */
    public Totals totals() {
        return totals;
    }

    boolean totalsAgree() {
        return totals != null
                && (totals.count() == null || totals.count() == lines)
                && (totals.sumIdr() == null || totals.sumIdr() == sumIdr);
    }
}
