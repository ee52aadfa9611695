package id.pkh.registry.imports;

import id.pkh.platform.files.ColumnSpec;
import id.pkh.registry.family.domain.Family;
import id.pkh.registry.initial.InitialSteps;
import id.pkh.registry.initial.InitialSteps.Step;
import id.pkh.registry.initial.domain.InitialCodes.DeliveredTo;
import id.pkh.registry.intake.FieldReader;
import jakarta.inject.Singleton;
import java.time.LocalDate;

/** To whom and when the letters of initial meetings were given. */
@Singleton
class InitialDeliveryImport extends StepImport<InitialDeliveryImport.Draft> {

    private static final String ON = "tanggal";
    private static final String TO = "kepada";

    private static final ColumnSpec[] COLUMNS = {
        ColumnSpec.required(NamedFamilies.COLUMN, "no_kk", "kpm_id"),
        ColumnSpec.required(ON),
        ColumnSpec.required(TO)
    };

    private final InitialSteps steps;

    InitialDeliveryImport(NamedFamilies families, InitialSteps steps) {
        super(families);
        this.steps = steps;
    }

    /** One row. */
    record Draft(NamedFamilies.Name family, LocalDate on, DeliveredTo to) implements Named {}

    @Override
    public String kind() {
        return "initial-deliveries";
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
                reader.date(ON, row.of(ON)),
                StepWords.read(StepWords.RECEIVERS, TO, row, reader));
    }

    @Override
    Step decide(Draft draft, Family family) {
        return steps.deliver(family, draft.on(), draft.to());
    }

    @Override
    String columnOf(String code) {
        return code.startsWith("INITIAL_DELIVERY") ? ON : NamedFamilies.COLUMN;
    }

    @Override
    String expected(String code, Draft draft, Family family) {
        return "";
    }
}
