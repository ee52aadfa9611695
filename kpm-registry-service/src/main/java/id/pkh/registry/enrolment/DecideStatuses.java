package id.pkh.registry.enrolment;

import id.pkh.registry.family.domain.Family;
import id.pkh.registry.family.domain.KpmStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;

/** A decision of a list on the status of a family, as {@link ChangeStatus} decides it. */
@ApplicationScoped
public class DecideStatuses {

    private final ChangeStatus changeStatus;

    DecideStatuses(ChangeStatus changeStatus) {
        this.changeStatus = changeStatus;
    }

    /**
     * @param family locked by this transaction
     * @param reason code of the reason
     * @return the code of the refusal; empty if the status was changed
     */
    public Optional<String> handle(
            Family family, KpmStatus wanted, LocalDate effectiveOn, String reason) {
        if (family.status().isFinal()) {
            return Optional.of("KPM_CLOSED");
        }
        Optional<String> fault = changeStatus.faultOf(family, wanted);
        if (fault.isEmpty()) {
            changeStatus.change(family, wanted, effectiveOn, reason);
        }
        return fault;
    }
}
