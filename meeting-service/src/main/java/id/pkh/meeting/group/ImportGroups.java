package id.pkh.meeting.group;

import id.pkh.platform.files.FileReceipts;
import id.pkh.platform.files.FileResult;
import id.pkh.platform.files.FileRun;
import id.pkh.platform.files.ReceivedUpload;
import id.pkh.platform.files.Row;
import id.pkh.platform.files.TabularFile;
import id.pkh.platform.files.TabularLimits;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Forms the groups of a list, one chunk per transaction. The same bytes sent again resume where
 * they stopped, or change nothing.
 */
@ApplicationScoped
class ImportGroups {

    private static final String KIND = "groups";
    private static final int CHUNK_ROWS = 500;

    private final FormGroups formGroups;
    private final FileReceipts receipts;
    private final Clock clock;

    ImportGroups(FormGroups formGroups, FileReceipts receipts, Clock clock) {
        this.formGroups = formGroups;
        this.receipts = receipts;
        this.clock = clock;
    }

    FileResult handle(ReceivedUpload upload, AreaScope areas) {
        return receipts.onceInChunks(KIND, upload, run -> apply(run, areas));
    }

    private FileResult apply(FileRun run, AreaScope areas) {
        try (TabularFile file = TabularFile.open(run.upload(), TabularLimits.defaults())) {
            Iterator<Row> lines = file.rows();
            GroupRows rows =
                    header(lines, areas)
                            .orElseThrow(() -> Refused.because("FILE_NOT_A_LIST_OF_GROUPS"));
            run.eachChunk(lines, CHUNK_ROWS, chunk -> form(run, rows, chunk));
            return run.result();
        }
    }

    private Optional<GroupRows> header(Iterator<Row> lines, AreaScope areas) {
        return lines.hasNext()
                ? GroupRows.under(lines.next(), areas, BusinessDates.today(clock))
                : Optional.empty();
    }

    private void form(FileRun run, GroupRows rows, List<Row> chunk) {
        Map<String, Row> rowOf = new HashMap<>();
        List<NewGroup> wanted = new ArrayList<>();
        for (Row row : chunk) {
            rows.read(row, run)
                    .ifPresent(
                            group -> {
                                rowOf.put(group.code(), row);
                                wanted.add(group);
                            });
        }
        Map<String, FormGroups.GroupOutcome> outcomes = formGroups.handle(wanted);
        for (NewGroup group : wanted) {
            switch (outcomes.get(group.code())) {
                case FORMED, RENAMED -> run.applied();
                case UNCHANGED -> run.unchanged();
                case FORMED_OTHERWISE -> rows.refuseFormedOtherwise(rowOf.get(group.code()), run);
            }
        }
    }
}
