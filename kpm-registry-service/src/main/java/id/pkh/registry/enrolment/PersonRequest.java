package id.pkh.registry.enrolment;

import id.pkh.registry.family.domain.ComponentSpan;
import id.pkh.registry.family.domain.ComponentType;
import id.pkh.registry.family.domain.Sex;
import id.pkh.registry.intake.FieldReader;
import id.pkh.registry.intake.PersonDraft;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "PersonRequest", description = "A person of a family.")
public record PersonRequest(
        @Schema(description = "16 digits", required = true) String nik,
        @Schema(required = true) String name,
        @Schema(description = "required with a component") LocalDate birthDate,
        @Schema(
                        enumeration = {"FEMALE", "MALE"},
                        description = "read from the NIK when left out")
                String sex,
        @Schema(
                        implementation = ComponentType.class,
                        description = "leave out for a caretaker without a component")
                String component,
        @Schema(description = "school, 8 digits") String npsn,
        @Schema(description = "pupil number") String nisn,
        @Schema(description = "grade at school") String grade,
        @Schema(description = "first day of the component") LocalDate componentSince,
        @Schema(description = "last day of the component; leave out while it is open")
                LocalDate componentUntil) {

    /** Reads the person. A member must carry a component; a caretaker may carry one. */
    public PersonDraft read(FieldReader reader, boolean componentNeeded) {
        String readNik = reader.nik("nik", nik);
        String readName = reader.name("name", name);
        Sex writtenSex = sex == null ? null : reader.sex("sex", sex);
        reader.agreement(readNik, birthDate, writtenSex);
        ComponentType type =
                componentNeeded
                        ? reader.component("component", component)
                        : reader.optionalComponent("component", component).orElse(null);
        ComponentSpan span = span(reader, type, reader.npsn("npsn", npsn));
        Sex known = readNik == null ? null : FieldReader.sexOf(readNik);
        reader.plausible("component", type, known);
        return new PersonDraft(
                readNik,
                readName,
                birthDate,
                known,
                span,
                reader.nisn("nisn", nisn),
                reader.grade("grade", grade));
    }

    private ComponentSpan span(FieldReader reader, ComponentType type, String school) {
        if (type == null) {
            return null;
        }
        if (birthDate == null) {
            reader.refuse("birth_date", null, "BIRTH_DATE_MISSING", "a date");
        }
        if (componentSince == null) {
            return reader.refuse("component_since", null, "DATE_UNREADABLE", "a date");
        }
        if (reader.range("component_until", componentSince, componentUntil)) {
            return new ComponentSpan(type, componentSince, componentUntil, school);
        }
        return null;
    }
}
