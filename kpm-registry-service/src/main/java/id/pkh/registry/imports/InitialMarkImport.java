package id.pkh.registry.imports;

import id.pkh.platform.files.ColumnSpec;
import id.pkh.registry.family.domain.Family;
import id.pkh.registry.initial.InitialSteps;
import id.pkh.registry.initial.InitialSteps.Step;
import id.pkh.registry.initial.domain.InitialCodes.Mark;
import id.pkh.registry.initial.domain.InitialCodes.Topic;
import id.pkh.registry.intake.FieldReader;
import jakarta.inject.Singleton;
import java.util.Set;

/** Which candidates were at their initial meeting, and what it covered. */
@Singleton
class InitialMarkImport extends StepImport<InitialMarkImport.Draft> {

    private static final String MARK = "kehadiran";
    private static final String TOPICS = "topik";

    private static final ColumnSpec[] COLUMNS = {
        ColumnSpec.required(NamedFamilies.COLUMN, "no_kk", "kpm_id"),
        ColumnSpec.required(MARK),
        ColumnSpec.required(TOPICS)
    };

    private final InitialSteps steps;

    InitialMarkImport(NamedFamilies families, InitialSteps steps) {
        super(families);
        this.steps = steps;
    }

    /** One row. */
    record Draft(NamedFamilies.Name family, Mark mark, Set<Topic> topics) implements Named {}

    @Override
    public String kind() {
        return "initial-marks";
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
        return new Draft(
                NamedFamilies.read(row, reader),
                StepWords.read(StepWords.MARKS, MARK, row, reader),
                StepWords.readSeveral(StepWords.TOPICS, TOPICS, row, reader));
    }

    @Override
    Step decide(Draft draft, Family family) {
        return steps.mark(family.id(), draft.mark(), draft.topics());
    }

    @Override
    String columnOf(String code) {
        return code.equals("INITIAL_COMPARED_THERE") ? MARK : NamedFamilies.COLUMN;
    }

    @Override
    String expected(String code, Draft draft, Family family) {
        return "";
    }
}
