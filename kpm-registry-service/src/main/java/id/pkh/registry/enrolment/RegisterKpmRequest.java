package id.pkh.registry.enrolment;

import id.pkh.registry.family.domain.KpmStatus;
import id.pkh.registry.family.domain.PayingBank;
import id.pkh.registry.intake.FamilyDraft;
import id.pkh.registry.intake.FieldReader;
import id.pkh.registry.intake.PersonDraft;
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
        @Schema(implementation = PayingBank.class) String payingBank,
        String accountNumber,
        @Schema(
                        enumeration = "CANDIDATE",
                        description = "may be left out; other statuses need a decision")
                String status,
        @NotNull LocalDate participatingSince,
        @Size(max = RegisterKpmRequest.MAX_MEMBERS) List<@NotNull @Valid PersonRequest> members) {

    static final int MAX_MEMBERS = 30;

    FamilyDraft readFamily(FieldReader reader) {
        String village = reader.village("village_code", villageCode);
        return new FamilyDraft(
                reader.familyCard("family_card", familyCard),
                caretaker.read(reader.in("caretaker"), false),
                reader.address("address", address),
                village,
                reader.group("group_code", groupCode, village),
                reader.bank("paying_bank", payingBank),
                reader.account("account_number", accountNumber),
                status == null ? KpmStatus.CANDIDATE : reader.initialStatus("status", status),
                participatingSince);
    }

    List<PersonDraft> readMembers(FieldReader reader) {
        List<PersonDraft> drafts = new ArrayList<>();
        List<PersonRequest> given = members == null ? List.of() : members;
        for (int i = 0; i < given.size(); i++) {
            drafts.add(given.get(i).read(reader.in("members[" + i + "]"), true));
        }
        return drafts;
    }
}
