package id.pkh.registry.workbook;

import id.pkh.platform.files.ReceivedUpload;
import id.pkh.platform.files.Uploads;
import id.pkh.platform.web.Language;
import id.pkh.registry.workbook.ApplyWorkbook.Applied;
import id.pkh.registry.workbook.Outcomes.Outcome;
import id.pkh.registry.workbook.Outcomes.Result;
import id.pkh.registry.workbook.WorkbookResultView.RowView;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.InputStream;
import java.math.BigInteger;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Receives a workbook and states what became of it. */
@ApplicationScoped
class WorkbookAnswers {

    private static final int MAX_ITEMS = 1_000;
    private static final MemorySize MAX_SIZE = new MemorySize(BigInteger.valueOf(10L << 20));

    private final Uploads uploads = new Uploads(MAX_SIZE, Optional.empty());
    private final ApplyWorkbook applyWorkbook;
    private final MakeWorkbook makeWorkbook;
    private final OutcomeTexts texts;
    private final HttpHeaders headers;

    WorkbookAnswers(
            ApplyWorkbook applyWorkbook,
            MakeWorkbook makeWorkbook,
            OutcomeTexts texts,
            HttpHeaders headers) {
        this.applyWorkbook = applyWorkbook;
        this.makeWorkbook = makeWorkbook;
        this.texts = texts;
        this.headers = headers;
    }

    WorkbookResultView result(InputStream body, String facilitator, YearMonth month) {
        return view(applied(body, facilitator, month), month);
    }

    byte[] returned(InputStream body, String facilitator, YearMonth month) {
        Applied applied = applied(body, facilitator, month);
        return makeWorkbook.returned(applied.holder(), month, texts.returned(applied));
    }

    private Applied applied(InputStream body, String facilitator, YearMonth month) {
        try (ReceivedUpload upload = uploads.receive(body, headers, null)) {
            return applyWorkbook.handle(upload, facilitator, month);
        }
    }

    private WorkbookResultView view(Applied applied, YearMonth month) {
        Outcomes outcomes = applied.outcomes();
        Language language = Language.of(headers);
        List<RowView> items =
                outcomes.all().stream()
                        .filter(
                                outcome ->
                                        outcome.result() == Result.CONFLICT
                                                || outcome.result() == Result.REFUSED)
                        .map(outcome -> row(outcome, language))
                        .toList();
        int conflicts = places(outcomes, Result.CONFLICT).size();
        int refused = places(outcomes, Result.REFUSED).size();
        long appliedRows = outcomes.count(Result.APPLIED);
        return new WorkbookResultView(
                applied.holder().id(),
                month,
                applied.rows().size(),
                appliedRows,
                Math.max(0, applied.rows().size() - appliedRows - conflicts - refused),
                conflicts,
                refused,
                items.stream().limit(MAX_ITEMS).toList(),
                items.size() > MAX_ITEMS);
    }

    private static Set<RowPlace> places(Outcomes outcomes, Result result) {
        return outcomes.all().stream()
                .filter(outcome -> outcome.result() == result)
                .map(Outcome::place)
                .collect(Collectors.toSet());
    }

    private RowView row(Outcome outcome, Language language) {
        return new RowView(
                outcome.place().sheet(),
                outcome.place().line(),
                outcome.column(),
                outcome.about() == null ? null : outcome.about().ids(),
                outcome.result(),
                outcome.code(),
                texts.message(outcome, language),
                outcome.values() == null ? null : outcome.values().yours(),
                outcome.values() == null ? null : outcome.values().onRecord(),
                outcome.values() == null ? null : outcome.values().whenMade());
    }
}
