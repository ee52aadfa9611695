package id.pkh.registry.workbook;

import id.pkh.registry.workbook.WorkbookFacts.Holder;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.YearMonth;
import java.util.EnumSet;

/** Makes the workbook of a facilitator and a month from what is on record now. */
@ApplicationScoped
class MakeWorkbook {

    private final WorkbookParts parts;
    private final RowTokens tokens;
    private final Roster roster;
    private final LoadFacts loadFacts;
    private final Clock clock;

    MakeWorkbook(
            WorkbookParts parts,
            RowTokens tokens,
            Roster roster,
            LoadFacts loadFacts,
            Clock clock) {
        this.parts = parts;
        this.tokens = tokens;
        this.roster = roster;
        this.loadFacts = loadFacts;
        this.clock = clock;
    }

    byte[] handle(String facilitator, YearMonth month) {
        return file(roster.holder(facilitator, month), month, null);
    }

    /** The next workbook after an upload, with what became of it. */
    byte[] returned(Holder holder, YearMonth month, ReturnedRows returned) {
        return file(holder, month, returned);
    }

    private byte[] file(Holder holder, YearMonth month, ReturnedRows returned) {
        WorkbookFacts facts = loadFacts.of(holder, month, EnumSet.allOf(FactSource.class));
        return new WorkbookFile(parts, tokens, facts, clock.instant(), returned)
                .bytes(new FrontSheets(parts, facts, returned == null ? null : returned.table()));
    }
}
