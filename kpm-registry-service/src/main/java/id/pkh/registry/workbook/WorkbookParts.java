package id.pkh.registry.workbook;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The parts of the workbook, in the order of its sheets. A new sheet is added here. */
@ApplicationScoped
class WorkbookParts {

    private final List<WorkbookPart> parts;

    WorkbookParts(
            AttendancePart attendance,
            WithdrawalPart withdrawals,
            SchoolPart schools,
            HealthPart health,
            VisitPart visits,
            UpdatePart updates,
            ComplaintPart complaints) {
        this.parts = List.of(attendance, withdrawals, schools, health, visits, updates, complaints);
    }

    List<WorkbookPart> all() {
        return parts;
    }

    Stream<SheetForm> sheets() {
        return parts.stream().flatMap(part -> part.sheets().stream());
    }

    Optional<SheetForm> sheet(String code) {
        return sheets().filter(sheet -> sheet.code().equals(code)).findFirst();
    }

    /** What has to be known for the parts that have one of these sheets. */
    Set<FactSource> needsOf(Set<String> sheetCodes) {
        Set<FactSource> needs = EnumSet.noneOf(FactSource.class);
        parts.stream()
                .filter(
                        part ->
                                part.sheets().stream()
                                        .anyMatch(sheet -> sheetCodes.contains(sheet.code())))
                .forEach(part -> needs.addAll(part.needs()));
        return needs;
    }
}
