package id.pkh.registry.imports;

import id.pkh.registry.family.domain.Family;
import id.pkh.registry.initial.InitialSteps.Step;
import java.util.List;

/** A list of steps of families, of which each row names one. */
abstract class StepImport<D extends StepImport.Named> implements RowImport<D> {

    private final NamedFamilies families;

    StepImport(NamedFamilies families) {
        this.families = families;
    }

    /** A row that names a family. */
    interface Named {
        NamedFamilies.Name family();
    }

    /** Decides one row. */
    abstract Step decide(D draft, Family family);

    /** The column to which a refusal points. */
    abstract String columnOf(String code);

    /** What the row could say instead. */
    abstract String expected(String code, D draft, Family family);

    @Override
    public void apply(List<ImportLine<D>> lines, Chunk chunk) {
        NamedFamilies.Locked locked =
                families.lock(lines.stream().map(line -> line.draft().family()).toList());
        for (ImportLine<D> line : lines) {
            locked.of(line.number(), line.draft().family(), chunk)
                    .ifPresent(family -> apply(line, family, locked, chunk));
        }
    }

    private void apply(
            ImportLine<D> line, Family family, NamedFamilies.Locked locked, Chunk chunk) {
        Step step = decide(line.draft(), family);
        if (step.refusal() != null) {
            chunk.refuse(
                    line.number(),
                    columnOf(step.refusal()),
                    "",
                    step.refusal(),
                    expected(step.refusal(), line.draft(), family));
        } else if (step.isChange()) {
            locked.changed(family);
            chunk.applied();
        } else {
            chunk.unchanged();
        }
    }
}
