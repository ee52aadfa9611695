package id.pkh.verification.sanction.persistence;

import id.pkh.verification.Database;
import id.pkh.verification.sanction.Ladders;
import id.pkh.verification.sanction.domain.Rung;
import id.pkh.verification.sanction.domain.SanctionLadder;
import id.pkh.verification.sanction.domain.SanctionLadders;
import id.pkh.verification.sanction.domain.Step;
import id.pkh.verification.signal.domain.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Policies come with a migration, so they are read once a process. */
@ApplicationScoped
class JdbcLadders implements Ladders {

    private record PolicyRung(String policyCode, Rung rung) {}

    private record Known(SanctionLadders ladders, Map<String, Integer> appealDays) {}

    private final Database database;
    private volatile Known known;

    JdbcLadders(Database database) {
        this.database = database;
    }

    @Override
    public SanctionLadders all() {
        return known().ladders();
    }

    @Override
    public int appealWindowDays(String policyCode) {
        return known().appealDays().get(policyCode);
    }

    private Known known() {
        if (known == null) {
            known = read();
        }
        return known;
    }

    private Known read() {
        Map<String, List<Rung>> rungs =
                database
                        .query(
                                "SELECT policy_code, cause, running, step, is_protected, notified FROM ladder_rung",
                                row ->
                                        new PolicyRung(
                                                row.getString("policy_code"),
                                                new Rung(
                                                        Cause.valueOf(row.getString("cause")),
                                                        row.getInt("running"),
                                                        Step.valueOf(row.getString("step")),
                                                        row.getBoolean("is_protected"),
                                                        Database.texts(row, "notified"))))
                        .stream()
                        .collect(
                                Collectors.groupingBy(
                                        PolicyRung::policyCode,
                                        Collectors.mapping(PolicyRung::rung, Collectors.toList())));
        List<SanctionLadder> ladders =
                database.query(
                        "SELECT policy_code, valid_from, legal_basis FROM ladder_policy",
                        row ->
                                new SanctionLadder(
                                        row.getString("policy_code"),
                                        Database.date(row, "valid_from"),
                                        row.getString("legal_basis"),
                                        rungs.getOrDefault(
                                                row.getString("policy_code"), List.of())));
        Map<String, Integer> appealDays =
                database
                        .query(
                                "SELECT policy_code, appeal_window_days FROM ladder_policy",
                                row -> Map.entry(row.getString(1), row.getInt(2)))
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new Known(new SanctionLadders(ladders), appealDays);
    }
}
