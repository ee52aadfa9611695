package id.pkh.registry.facilitator;

import id.pkh.registry.intake.FieldReader;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "RegisterFacilitatorRequest",
        description = "A facilitator and the villages for which the facilitator is responsible.")
public record RegisterFacilitatorRequest(
        @Schema(examples = "PSD-177108-1", required = true) String code,
        @Schema(required = true) String name,
        @Schema(description = "16 digits", required = true) String nik,
        @NotNull @Size(min = 1, max = RegisterFacilitatorRequest.MAX_ASSIGNMENTS)
                List<@NotNull @Valid AssignmentRequest> assignments,
        @Valid @Schema(description = "leave out while the decree is not on record")
                AppointmentRequest appointment) {

    static final int MAX_ASSIGNMENTS = 50;

    FacilitatorDraft readFacilitator(FieldReader reader) {
        return new FacilitatorDraft(
                reader.facilitatorCode("code", code),
                reader.name("name", name),
                reader.nik("nik", nik));
    }

    List<AssignmentDraft> readAssignments(FieldReader reader) {
        List<AssignmentDraft> drafts = new ArrayList<>();
        for (int i = 0; i < assignments.size(); i++) {
            drafts.add(assignments.get(i).read(reader.in("assignments[" + i + "]")));
        }
        return drafts;
    }
}
