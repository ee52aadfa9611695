package id.pkh.registry.imports;

import id.pkh.platform.files.ColumnSpec;
import id.pkh.registry.dataupdate.domain.EvidenceKind;
import id.pkh.registry.family.domain.Family;
import id.pkh.registry.initial.InitialSteps;
import id.pkh.registry.initial.InitialSteps.Step;
import id.pkh.registry.initial.domain.InitialCodes.Verdict;
import id.pkh.registry.initial.domain.Item;
import id.pkh.registry.intake.FieldReader;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How items of candidates compare with their evidence, one item to a row. */
@Singleton
class InitialComparisonImport extends StepImport<InitialComparisonImport.Draft> {

    private static final String ITEM = "butir";
    private static final String VERDICT = "kesesuaian";
    private static final String EVIDENCE = "bukti";
    private static final String VISIT = "kunjungan";
    private static final String ID_EXPECTED = "visit_id of a home visit, or nothing";

    private static final ColumnSpec[] COLUMNS = {
        ColumnSpec.required(NamedFamilies.COLUMN, "no_kk", "kpm_id"),
        ColumnSpec.required(ITEM),
        ColumnSpec.required(VERDICT),
        ColumnSpec.required(EVIDENCE),
        ColumnSpec.optional(VISIT, "visit_id")
    };

    private static final Pattern ID =
            Pattern.compile("\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private final InitialSteps steps;

    InitialComparisonImport(NamedFamilies families, InitialSteps steps) {
        super(families);
        this.steps = steps;
    }

    /** One row. */
    record Draft(
            NamedFamilies.Name family,
            Item item,
            Verdict verdict,
            EvidenceKind evidence,
            UUID visit)
            implements Named {}

    @Override
    public String kind() {
        return "initial-comparisons";
    }

    @Override
    public ListSenders senders() {
        return ListSenders.FIELD;
    }

    @Override
    public ColumnSpec[] columns() {
        return COLUMNS;
    }

    @Override
    public Draft read(NamedRow row, FieldReader reader) {
        String visit = row.of(VISIT);
        boolean isVisit = ID.matcher(visit).matches();
        if (!isVisit && !visit.isEmpty()) {
            reader.refuse(VISIT, visit, "INITIAL_VISIT_DISAGREES", ID_EXPECTED);
        }
        return new Draft(
                NamedFamilies.read(row, reader),
                StepWords.read(StepWords.ITEMS, ITEM, row, reader),
                StepWords.read(StepWords.VERDICTS, VERDICT, row, reader),
                row.of(EVIDENCE).isEmpty()
                        ? null
                        : StepWords.read(StepWords.EVIDENCE, EVIDENCE, row, reader),
                isVisit ? UUID.fromString(visit) : null);
    }

    @Override
    Step decide(Draft draft, Family family) {
        return steps.compare(
                family, draft.item(), draft.verdict(), draft.evidence(), draft.visit());
    }

    @Override
    String columnOf(String code) {
        return switch (code) {
            case "INITIAL_EVIDENCE_DISAGREES" -> EVIDENCE;
            case "INITIAL_CHANGES_DISAGREE" -> VERDICT;
            case "INITIAL_VISIT_DISAGREES" -> VISIT;
            default -> NamedFamilies.COLUMN;
        };
    }

    @Override
    String expected(String code, Draft draft, Family family) {
        return switch (code) {
            case "INITIAL_EVIDENCE_DISAGREES" -> evidenceOf(draft.item());
            case "INITIAL_VISIT_DISAGREES" -> ID_EXPECTED;
            default -> "";
        };
    }

    private static String evidenceOf(Item item) {
        return StepWords.EVIDENCE.entrySet().stream()
                .filter(word -> item.evidence().contains(word.getValue()))
                .map(word -> word.getKey())
                .collect(Collectors.joining(", "));
    }
}
