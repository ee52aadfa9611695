package id.pkh.verification.notice.rest;

import id.pkh.platform.web.FreeText;
import id.pkh.verification.decision.domain.DeliveryOutcome;
import id.pkh.verification.decision.domain.NoticeRoute;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An attempt to bring a notice to a family.
 *
 * @param occurredOn the day of the delivery, or of the attempt
 * @param deliveredBy the facilitator who went; left out when the caller did
 * @param evidenceReference where the signed letter or the record of the visit is kept
 * @param acknowledged whether the family signed or confirmed it; left out when it did not
 */
@Schema(name = "NoticeDeliveryRequest")
public record DeliveryRequest(
        @NotNull DeliveryOutcome outcome,
        @NotNull NoticeRoute route,
        @NotNull LocalDate occurredOn,
        @FreeText @Size(min = 1, max = 100) String deliveredBy,
        @FreeText @NotBlank @Size(max = 200) String evidenceReference,
        Boolean acknowledged) {

    boolean wasAcknowledged() {
        return Boolean.TRUE.equals(acknowledged);
    }
}
