package id.pkh.verification.retention;

import static id.pkh.platform.persistence.PartitionedTable.monthly;
import static id.pkh.platform.persistence.PartitionedTable.yearly;

import id.pkh.platform.persistence.PartitionedTable;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Period;

/**
 * The tables that grow with time. Facts of a month are dropped when no decision can need them any
 * more. Outcomes are kept, and also which people were on a form.
 */
@Dependent
class FactTables {

    private static final int MONTHS_AHEAD = 12;
    private static final int YEARS_AHEAD = 1;

    private final Period factsKept;

    FactTables(FactRetention retention) {
        this.factsKept = retention.keptFor();
    }

    @Produces
    @Singleton
    PartitionedTable meetings() {
        return monthly("meeting_fact", MONTHS_AHEAD, factsKept);
    }

    @Produces
    @Singleton
    PartitionedTable attendance() {
        return monthly("attendance_fact", MONTHS_AHEAD, factsKept);
    }

    @Produces
    @Singleton
    PartitionedTable evidence() {
        return monthly("evidence", MONTHS_AHEAD, factsKept);
    }

    @Produces
    @Singleton
    PartitionedTable commitmentResults() {
        return yearly("commitment_result", YEARS_AHEAD, null);
    }

    @Produces
    @Singleton
    PartitionedTable memberResults() {
        return yearly("member_result", YEARS_AHEAD, null);
    }

    @Produces
    @Singleton
    PartitionedTable peopleOnForms() {
        return yearly("form_member", YEARS_AHEAD, null);
    }
}
