package id.pkh.platform.policies;

import id.pkh.platform.persistence.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** A kind of policy with one figure. */
@ApplicationScoped
public class FeeKind implements PolicyKind<FeeDocument> {

    private final Database database;

    FeeKind(Database database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "FEE";
    }

    @Override
    public Class<FeeDocument> documentType() {
        return FeeDocument.class;
    }

    @Override
    public FirstDays firstDays() {
        return FirstDays.OF_MONTHS;
    }

    @Override
    public List<PolicySpan> spans() {
        return database.query(
                "SELECT policy_code, valid_from, valid_until FROM fee",
                q -> q.map(database.rowsAs(PolicySpan.class)).list());
    }

    @Override
    public void check(FeeDocument document) {
        PolicyRows.requirePossible(document.rupiah() > 0, "rupiah");
    }

    @Override
    public void add(FeeDocument document) {
        database.update(
                "INSERT INTO fee VALUES (:code, :from, :until, :basis, :rupiah)",
                u ->
                        u.bind("code", document.policyCode())
                                .bind("from", document.validFrom())
                                .bind("until", document.validUntil())
                                .bind("basis", document.legalBasis())
                                .bind("rupiah", document.rupiah()));
    }

    @Override
    public void remove(FeeDocument document) {
        database.update(
                "DELETE FROM fee WHERE policy_code = :code",
                u -> u.bind("code", document.policyCode()));
    }
}
