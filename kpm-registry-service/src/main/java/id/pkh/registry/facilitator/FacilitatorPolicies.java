package id.pkh.registry.facilitator;

import id.pkh.platform.persistence.Database;
import id.pkh.platform.policies.Reread;
import id.pkh.registry.facilitator.domain.FacilitatorPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;

/** The policies of the database. */
@ApplicationScoped
class FacilitatorPolicies {

    private final Reread<List<FacilitatorPolicy>> versions;

    FacilitatorPolicies(Database database) {
        this.versions =
                new Reread<>(
                        () ->
                                database.query(
                                        "SELECT valid_from, families_per_facilitator, notice_days,"
                                                + " overlap_days, appointment_required"
                                                + " FROM facilitator_policy",
                                        q ->
                                                q.map(database.rowsAs(FacilitatorPolicy.class))
                                                        .list()));
    }

    FacilitatorPolicy on(LocalDate day) {
        return FacilitatorPolicy.on(day, versions.get());
    }
}
