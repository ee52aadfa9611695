package id.pkh.registry.policy;

import id.pkh.platform.persistence.Database;
import id.pkh.platform.policies.FirstDays;
import id.pkh.platform.policies.PolicyKind;
import id.pkh.platform.policies.PolicySpan;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** By when data updates are decided: {@code data_update_deadline}. */
@ApplicationScoped
class DataUpdateDeadlineKind implements PolicyKind<DataUpdateDeadlineDocument> {

    static final String NAME = "DATA_UPDATE_DEADLINE";

    private final Database database;

    DataUpdateDeadlineKind(Database database) {
        this.database = database;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<DataUpdateDeadlineDocument> documentType() {
        return DataUpdateDeadlineDocument.class;
    }

    @Override
    public FirstDays firstDays() {
        return FirstDays.OF_MONTHS;
    }

    @Override
    public List<PolicySpan> spans() {
        return database.query(
                "SELECT policy_code, valid_from, NULL::date AS valid_until"
                        + " FROM data_update_deadline",
                q -> q.map(database.rowsAs(PolicySpan.class)).list());
    }

    @Override
    public void check(DataUpdateDeadlineDocument document) {
        // the limits of both numbers are stated in the document
    }

    @Override
    public void add(DataUpdateDeadlineDocument document) {
        database.update(
                "INSERT INTO data_update_deadline (policy_code, valid_from, days, month_closes_on,"
                        + " legal_basis) VALUES (:code, :from, :days, :closes, :basis)",
                u ->
                        u.bind("code", document.policyCode())
                                .bind("from", document.validFrom())
                                .bind("days", document.days())
                                .bind("closes", document.monthClosesOn())
                                .bind("basis", document.legalBasis()));
    }

    @Override
    public void remove(DataUpdateDeadlineDocument document) {
        database.update(
                "DELETE FROM data_update_deadline WHERE policy_code = :code",
                u -> u.bind("code", document.policyCode()));
    }
}
