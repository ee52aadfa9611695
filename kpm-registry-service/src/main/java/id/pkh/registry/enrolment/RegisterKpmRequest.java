package id.pkh.registry.enrolment;

import id.pkh.registry.enrolment.domain.KpmStatus;
import id.pkh.registry.intake.FamilyDraft;
import id.pkh.registry.intake.PersonDraft;
import id.pkh.registry.intake.Reading;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "RegisterKpmRequest", description = "A family that enters the registry.")
public record RegisterKpmRequest(
        @Schema(description = "number of the family card, 16 digits", required = true)
                String familyCard,
        @NotNull @Valid PersonRequest caretaker,
        String address,
        @Schema(examples = "17.71.08.1001", required = true) String villageCode,
        @Schema(examples = "17.71.08.1001-01") String groupCode,
        @Schema(description = "BRI, BNI, MANDIRI, BTN, BSI or POS") String payingBank,
        String accountNumber,
        @Schema(description = "CANDIDATE when left out") String status,
        @NotNull LocalDate participatingSince,
        @Size(max = RegisterKpmRequest.MAX_MEMBERS) List<@NotNull @Valid PersonRequest> members) {

    static final int MAX_MEMBERS = 30;

    FamilyDraft readFamily(Reading reading) {
        String village = reading.village("village_code", villageCode);
        return new FamilyDraft(
                reading.familyCard("family_card", familyCard),
                caretaker.read(reading.in("caretaker"), false),
                reading.address("address", address),
                village,
                reading.group("group_code", groupCode, village),
                reading.bank("paying_bank", payingBank),
                reading.account("account_number", accountNumber),
                status == null ? KpmStatus.CANDIDATE : reading.initialStatus("status", status),
                participatingSince);
    }

    List<PersonDraft> readMembers(Reading reading) {
        List<PersonDraft> drafts = new ArrayList<>();
        List<PersonRequest> given = members == null ? List.of() : members;
        for (int i = 0; i < given.size(); i++) {
            drafts.add(given.get(i).read(reading.in("members[" + i + "]"), true));
        }
        return drafts;
    }
}
