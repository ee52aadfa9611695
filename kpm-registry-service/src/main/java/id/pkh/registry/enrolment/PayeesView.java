package id.pkh.registry.enrolment;

import id.pkh.registry.family.domain.PayingBank;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description =
                "Payees of the requested families, in no particular order. A family that is "
                        + "not on record, or lives outside the caller's areas, is left out.")
record PayeesView(List<PayeeView> items) {

    @Schema(description = "The person who receives a family's money, and the account.")
    record PayeeView(
            UUID kpmId,
            @Schema(nullable = true) PayingBank payingBank,
            @Schema(description = "Name of the caretaker, who holds the account") String payeeName,
            @Schema(nullable = true, description = "In clear; only when it is confirmed")
                    String accountNumber,
            @Schema(
                            description =
                                    "false while a change of the account or the caretaker waits for"
                                            + " a second person; see /account-changes")
                    boolean accountConfirmed) {}
}
