package id.pkh.registry.enrolment;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description =
                "Caretakers of the requested families, in no particular order. A family that is "
                        + "not on record, or lives outside the caller's areas, is left out.")
record CaretakersView(List<CaretakerNameView> items) {

    @Schema(name = "CaretakerName", description = "The person to whom a letter is addressed.")
    record CaretakerNameView(UUID kpmId, String caretakerName) {}
}
