package id.pkh.registry.facilitator;

import id.pkh.platform.web.FreeText;
import id.pkh.registry.facilitator.domain.EmploymentKind;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "AppointmentRequest", description = "An appointment of a facilitator by decree.")
public record AppointmentRequest(
        @FreeText @NotBlank @Size(max = 60) @Schema(examples = "SK 12/PKH/2026")
                String decreeNumber,
        @NotNull LocalDate decreeDate,
        @NotBlank
                @Schema(
                        examples = "17.71",
                        description = "regency or sub-district in which the facilitator may work")
                String areaCode,
        @NotNull EmploymentKind employment,
        @NotNull LocalDate validFrom,
        @Schema(description = "last day of the decree; leave out when it names none")
                LocalDate validUntil,
        @Schema(description = "an appointment that was entered wrongly and that this one replaces")
                UUID corrects) {

    AppointmentDraft draft() {
        return new AppointmentDraft(
                decreeNumber.strip(),
                decreeDate,
                areaCode,
                employment,
                validFrom,
                validUntil,
                corrects);
    }
}
