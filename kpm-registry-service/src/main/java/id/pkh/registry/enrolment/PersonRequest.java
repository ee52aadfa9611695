package id.pkh.registry.enrolment;

import id.pkh.registry.enrolment.domain.ComponentSpan;
import id.pkh.registry.enrolment.domain.ComponentType;
import id.pkh.registry.enrolment.domain.Sex;
import id.pkh.registry.intake.PersonDraft;
import id.pkh.registry.intake.Reading;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "PersonRequest", description = "A person of a family.")
public record PersonRequest(
        @Schema(description = "16 digits", required = true) String nik,
        @Schema(required = true) String name,
        @Schema(description = "needed with a component") LocalDate birthDate,
        @Schema(description = "L or P; read from the NIK when left out") String sex,
        @Schema(description = "component type; none for a caretaker who carries none")
                String component,
        @Schema(description = "school, 8 digits") String npsn,
        @Schema(description = "pupil number") String nisn,
        @Schema(description = "grade at school") String grade,
        @Schema(description = "first day of the component") LocalDate componentSince,
        @Schema(description = "last day of the component; none while open")
                LocalDate componentUntil) {

    /** Reads the person; a member must carry a component, a caretaker may. */
    PersonDraft read(Reading reading, boolean componentNeeded) {
        String readNik = reading.nik("nik", nik);
        String readName = reading.name("name", name);
        Sex writtenSex = sex == null ? null : reading.sex("sex", sex);
        reading.agreement(readNik, birthDate, writtenSex);
        ComponentType type =
                componentNeeded
                        ? reading.component("component", component)
                        : reading.optionalComponent("component", component).orElse(null);
        ComponentSpan span = span(reading, type);
        Sex known = readNik == null ? null : Reading.sexOf(readNik);
        reading.plausible("component", type, known);
        return new PersonDraft(
                readNik,
                readName,
                birthDate,
                known,
                span,
                reading.npsn("npsn", npsn),
                reading.nisn("nisn", nisn),
                reading.grade("grade", grade));
    }

    private ComponentSpan span(Reading reading, ComponentType type) {
        if (type == null) {
            return null;
        }
        if (birthDate == null) {
            reading.refuse("birth_date", null, "BIRTH_DATE_MISSING", "a date");
        }
        if (componentSince == null) {
            return reading.refuse("component_since", null, "DATE_UNREADABLE", "a date");
        }
        if (reading.range("component_until", componentSince, componentUntil)) {
            return new ComponentSpan(type, componentSince, componentUntil);
        }
        return null;
    }
}
