package id.pkh.registry.workbook;

import id.pkh.platform.web.Language;
import id.pkh.platform.web.RefusalTexts;
import id.pkh.registry.workbook.ApplyWorkbook.Applied;
import id.pkh.registry.workbook.Outcomes.Outcome;
import id.pkh.registry.workbook.Outcomes.Result;
import id.pkh.registry.workbook.UploadedRows.UploadedRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What became of an upload in words: for the answer, and in Indonesian for the workbook. */
@ApplicationScoped
class OutcomeTexts {

    private static final String CONFLICT =
            "Isian Anda: %s; di sistem: %s; saat buku dibuat: %s. Tidak ada yang diubah.";

    private static final Map<Result, String> LABELS =
            Map.of(
                    Result.APPLIED, "DICATAT",
                    Result.ALREADY_THERE, "SUDAH ADA",
                    Result.CONFLICT, "BERTENTANGAN",
                    Result.REFUSED, "DITOLAK");

    private final RefusalTexts texts;

    OutcomeTexts(RefusalTexts texts) {
        this.texts = texts;
    }

    /**
     * Why a row was refused; null for the others. A code of another service comes with its own
     * words, which are Indonesian.
     */
    String message(Outcome outcome, Language language) {
        if (outcome.code() == null) {
            return null;
        }
        Object said = outcome.details().get("detail");
        boolean isKnownHere = texts.text(outcome.code() + ".detail", language).isPresent();
        return said == null || isKnownHere
                ? texts.detail(outcome.code(), language, outcome.details())
                : said.toString();
    }

    ReturnedRows returned(Applied applied) {
        Map<List<String>, String> results = new HashMap<>();
        Map<List<String>, UploadedRow> kept = new HashMap<>();
        List<List<String>> table = new ArrayList<>();
        for (Outcome outcome : applied.outcomes().all()) {
            table.add(cells(outcome));
            if (outcome.about() != null) {
                List<String> about =
                        ChangedRows.heldAs(outcome.about().sheet(), outcome.about().ids());
                results.merge(about, words(outcome), (first, next) -> first + " " + next);
                if (outcome.result() == Result.REFUSED) {
                    kept.put(about, applied.rows().get(outcome.place()));
                }
            }
        }
        return new ReturnedRows(results, kept, table);
    }

    private String words(Outcome outcome) {
        String label = LABELS.get(outcome.result());
        return switch (outcome.result()) {
            case APPLIED, ALREADY_THERE -> label;
            case CONFLICT ->
                    label
                            + ": "
                            + outcome.column()
                            + ". "
                            + CONFLICT.formatted(
                                    outcome.values().yours(),
                                    orNothing(outcome.values().onRecord()),
                                    orNothing(outcome.values().whenMade()));
            case REFUSED -> label + ": " + message(outcome, Language.INDONESIAN);
        };
    }

    private List<String> cells(Outcome outcome) {
        boolean isConflict = outcome.values() != null;
        return List.of(
                outcome.place().sheet(),
                Integer.toString(outcome.place().line()),
                outcome.column(),
                LABELS.get(outcome.result()),
                isConflict ? outcome.values().yours() : "",
                isConflict ? orNothing(outcome.values().onRecord()) : "",
                isConflict ? orNothing(outcome.values().whenMade()) : "",
                outcome.code() == null ? "" : message(outcome, Language.INDONESIAN));
    }

    private static String orNothing(String value) {
        return value.isEmpty() ? "kosong" : value;
    }
}
