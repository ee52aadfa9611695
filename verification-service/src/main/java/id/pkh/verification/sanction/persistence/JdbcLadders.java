package id.pkh.verification.sanction.persistence;

import id.pkh.platform.persistence.Database;
import id.pkh.platform.policies.Reread;
import id.pkh.verification.sanction.Ladders;
import id.pkh.verification.sanction.domain.Rung;
import id.pkh.verification.sanction.domain.SanctionLadder;
import id.pkh.verification.sanction.domain.SanctionLadders;
import id.pkh.verification.sanction.domain.Step;
import id.pkh.verification.signal.domain.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** All ladders, as two people have approved them. */
@ApplicationScoped
class JdbcLadders implements Ladders {

    private record PolicyRow(
            String policyCode, LocalDate validFrom, String legalBasis, int appealWindowDays) {}

    private record RungRow(
            String policyCode,
            Cause cause,
            int running,
            Step step,
            boolean isProtected,
            List<String> notified) {

        Rung rung() {
            return new Rung(cause, running, step, isProtected, notified);
        }
    }

    private record Known(SanctionLadders ladders, Map<String, Integer> appealDays) {}

    private final Database database;
    private final Reread<Known> known = new Reread<>(this::read);

    JdbcLadders(Database database) {
        this.database = database;
    }

    @Override
    public SanctionLadders all() {
        return known.get().ladders();
    }

    @Override
    public int appealWindowDays(String policyCode) {
        return known.get().appealDays().get(policyCode);
    }

    private Known read() {
        Map<String, List<Rung>> rungs =
                rows("SELECT * FROM ladder_rung", RungRow.class).stream()
                        .collect(
                                Collectors.groupingBy(
                                        RungRow::policyCode,
                                        Collectors.mapping(RungRow::rung, Collectors.toList())));
        List<PolicyRow> policies = rows("SELECT * FROM ladder_policy", PolicyRow.class);
        return new Known(
                new SanctionLadders(
                        policies.stream()
                                .map(
                                        policy ->
                                                new SanctionLadder(
                                                        policy.policyCode(),
                                                        policy.validFrom(),
                                                        policy.legalBasis(),
                                                        rungs.getOrDefault(
                                                                policy.policyCode(), List.of())))
                                .toList()),
                policies.stream()
                        .collect(
                                Collectors.toMap(
                                        PolicyRow::policyCode, PolicyRow::appealWindowDays)));
    }

    private <T> List<T> rows(String sql, Class<T> type) {
        return database.query(sql, q -> q.map(database.rowsAs(type)).list());
    }
}
