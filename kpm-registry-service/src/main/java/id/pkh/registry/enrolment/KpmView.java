package id.pkh.registry.enrolment;

import id.pkh.registry.family.domain.KpmStatus;
import id.pkh.registry.family.domain.PayingBank;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Kpm", description = "A beneficiary family. Numbers are masked unless revealed.")
public record KpmView(
        UUID kpmId,
        @Schema(examples = "************0001") String familyCard,
        KpmStatus status,
        String villageCode,
        @Schema(nullable = true) String groupCode,
        CaretakerView caretaker,
        @Schema(nullable = true) PayingBank payingBank,
        @Schema(nullable = true) String accountNumber,
        @Schema(
                        nullable = true,
                        description =
                                "shown only for a single family, and only to callers who may "
                                        + "see names")
                String address,
        LocalDate participatingSince,
        @Schema(description = "send it with a change of the family") long version) {

    @Schema(name = "Caretaker")
    public record CaretakerView(
            UUID memberId,
            @Schema(nullable = true, description = "null for callers who may not see names")
                    String name,
            @Schema(examples = "************0001") String nik) {}
}
