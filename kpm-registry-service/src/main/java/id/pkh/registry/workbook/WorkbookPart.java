package id.pkh.registry.workbook;

import java.util.List;
import java.util.Set;

/** Sheets that belong together, and how what was filled in is recorded. */
interface WorkbookPart {

    List<SheetForm> sheets();

    /** What has to be known to make and to read the sheets. */
    Set<FactSource> needs();

    /** Records what changed, and states for each row what became of it. */
    void apply(ChangedRows changed, WorkbookFacts facts, Outcomes outcomes);

    /** A part that is one sheet. */
    interface OfOneSheet extends WorkbookPart, SheetForm {

        @Override
        default List<SheetForm> sheets() {
            return List.of(this);
        }
    }
}
