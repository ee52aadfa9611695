package id.pkh.registry.complementary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Whether a complaint about a complementary programme has led to an advocacy. */
@ApplicationScoped
public class AdvocatedComplaints {

    private final Advocacies advocacies;

    AdvocatedComplaints(Advocacies advocacies) {
        this.advocacies = advocacies;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public boolean has(UUID complaint) {
        return advocacies.hasAnyFor(complaint);
    }
}
