package id.pkh.disbursement.payment;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.disbursement.DisbursementComponentTest;
import id.pkh.disbursement.intake.ReceivedFact;
import id.pkh.disbursement.intake.RecordKpmStates;
import id.pkh.disbursement.intake.RecordSanctionFacts;
import id.pkh.disbursement.kpm.KpmSnapshot;
import id.pkh.disbursement.sanction.SanctionFact;
import id.pkh.disbursement.support.Api;
import id.pkh.platform.messaging.trace.Causation;
import id.pkh.testsupport.model.ModelSeeds;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Publishes random facts for several families, for each in another order, with some facts twice and
 * in batches of random size. Regardless of the order before sealing and after sealing, every family
 * ends with the same payments.
 */
@QuarkusTest
class PaymentModelComponentTest extends DisbursementComponentTest {

    private static final int FAMILIES = 6;
    private static final int SEEDS = 40;
    private static final int FAMILIES_OF_THE_MODEL = 200;
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final String SEALED = "2026-T2";
    private static final String PLANNED = "2026-T3";
    private static final String PAYMENTS =
            " FROM payment p JOIN payment_cycle c USING (cycle_id)"
                    + " WHERE p.kpm_id = ? AND c.cycle_code = ?";

    @Inject RecordKpmStates recordStates;
    @Inject RecordSanctionFacts recordFacts;

    static List<Integer> seeds() {
        return IntStream.range(0, SEEDS).boxed().toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theOrderAndTheRepetitionOfFactsDoNotMatter(int seed) {
        Random random = new Random(seed);
        List<Beat> plot = Beat.plot(random);
        int cut = random.nextInt(plot.size() + 1);
        List<UUID> families =
                IntStream.range(0, FAMILIES).mapToObj(i -> UUID.randomUUID()).toList();
        families.forEach(
                kpm -> tellOf(List.of(new Beat(Beat.Kind.STATE, 0, 1, "ACTIVE SD").about(kpm))));
        Api.open(SEALED, "2026-04-01", "2026-06-30", "BANK").statusCode(201);
        Api.open(PLANNED, "2026-07-01", "2026-09-30", "BANK").statusCode(201);
        Api.calculate(SEALED).statusCode(200);
        Api.calculate(PLANNED).statusCode(200);

        families.forEach(kpm -> tell(kpm, plot.subList(0, cut), random));
        Api.seal(SEALED).statusCode(200);
        families.forEach(kpm -> tell(kpm, plot.subList(cut, plot.size()), random));

        List<String> first = payments(families.get(0));
        assertThat(families)
                .allSatisfy(
                        kpm ->
                                assertThat(payments(kpm))
                                        .as("plot %s cut at %d", plot, cut)
                                        .isEqualTo(first));
        assertSumsAgree();
        assertThat(families)
                .allSatisfy(
                        kpm ->
                                assertThat(tables.published(kpm))
                                        .extracting(e -> e.sequence())
                                        .isSorted()
                                        .doesNotHaveDuplicates());
        assertThat(
                        tables.number(
                                "SELECT count(*) FROM outbox WHERE convert_from(payload, 'UTF8') LIKE '%\"compensating\":true%'"))
                .isEqualTo(
                        tables.number("SELECT count(*) FROM payment WHERE kind = 'COMPENSATING'"));
        long changed = tables.number("SELECT count(*) FROM outbox");
        Api.calculate(PLANNED).statusCode(200);
        assertThat(tables.number("SELECT count(*) FROM outbox")).isEqualTo(changed);
    }

    /** Many families at once, each with a plot of its own, against the model of the rule page. */
    @Test
    void everyFamilyIsPaidAsTheRulePageStates() {
        Map<String, String> lastDays = Map.of(SEALED, "2026-06-30", PLANNED, "2026-09-30");
        Map<UUID, List<Beat>> plots = new LinkedHashMap<>();
        Map<UUID, MoneyModel> models = new LinkedHashMap<>();
        for (long seed : ModelSeeds.first(FAMILIES_OF_THE_MODEL)) {
            UUID kpm = new UUID(UUID.randomUUID().getMostSignificantBits(), seed);
            plots.put(kpm, Beat.plot(new Random(seed)));
            models.put(kpm, new MoneyModel(lastDays));
        }
        Beat begin = new Beat(Beat.Kind.STATE, 0, 1, "ACTIVE SD");
        tellAll(plots.keySet(), models, kpm -> begin);
        Api.open(SEALED, "2026-04-01", "2026-06-30", "BANK").statusCode(201);
        Api.open(PLANNED, "2026-07-01", "2026-09-30", "BANK").statusCode(201);
        Api.calculate(SEALED).statusCode(200);
        Api.calculate(PLANNED).statusCode(200);
        int longest = plots.values().stream().mapToInt(List::size).max().orElse(0);
        for (int i = 0; i < longest; i++) {
            int next = i;
            if (i == longest / 3) {
                Api.seal(SEALED).statusCode(200);
                models.values().forEach(model -> model.seal(SEALED));
            }
            tellAll(
                    plots.keySet(),
                    models,
                    kpm -> next < plots.get(kpm).size() ? plots.get(kpm).get(next) : null);
        }

        models.forEach(
                (kpm, model) ->
                        assertThat(lines(kpm))
                                .as("seed %d: %s", kpm.getLeastSignificantBits(), plots.get(kpm))
                                .containsExactly(
                                        SEALED + " " + model.lineOf(SEALED),
                                        PLANNED + " " + model.lineOf(PLANNED)));
        assertSumsAgree();
    }

    /** One fact about each family, in one batch. */
    private void tellAll(
            Collection<UUID> families, Map<UUID, MoneyModel> models, Function<UUID, Beat> beatOf) {
        List<Object> facts = new ArrayList<>();
        for (UUID kpm : families) {
            Beat beat = beatOf.apply(kpm);
            if (beat != null) {
                models.get(kpm).hear(beat);
                facts.add(beat.about(kpm));
            }
        }
        tellOf(facts);
    }

    /** What the service recorded, in the words of the model. */
    private List<String> lines(UUID kpm) {
        return Stream.of(SEALED, PLANNED)
                .map(
                        cycle -> {
                            List<String> regular =
                                    tables.lines(
                                            "SELECT p.status || ' ' || p.amount_idr"
                                                    + " || CASE WHEN cardinality(p.blocked_by) = 0 THEN ''"
                                                    + " ELSE ' by [' || array_to_string(array("
                                                    + "SELECT right(b::text, 1) FROM unnest(p.blocked_by)"
                                                    + " WITH ORDINALITY AS x (b, i) ORDER BY i), ', ') || ']' END"
                                                    + PAYMENTS
                                                    + " AND p.kind = 'REGULAR' AND (p.status <>"
                                                    + " 'NOT_ELIGIBLE' OR cardinality(p.blocked_by)"
                                                    + " > 0)",
                                            kpm,
                                            cycle);
                            boolean isGivenBack =
                                    !tables.lines(
                                                    "SELECT 1"
                                                            + PAYMENTS
                                                            + " AND p.kind = 'COMPENSATING'",
                                                    kpm,
                                                    cycle)
                                            .isEmpty();
                            return cycle
                                    + " "
                                    + (regular.isEmpty() ? MoneyModel.NOTHING : regular.get(0))
                                    + (isGivenBack ? ", given back" : "");
                        })
                .toList();
    }

    /** Publishes the facts of the plot for a family in an order of its own, some of them twice. */
    private void tell(UUID kpm, List<Beat> beats, Random random) {
        List<Beat> told = new ArrayList<>(beats);
        for (Beat beat : beats) {
            if (random.nextInt(3) == 0) {
                told.add(beat);
            }
        }
        Collections.shuffle(told, random);
        int from = 0;
        while (from < told.size()) {
            int to = Math.min(told.size(), from + 1 + random.nextInt(3));
            tellOf(told.subList(from, to).stream().map(beat -> beat.about(kpm)).toList());
            from = to;
        }
    }

    private void tellOf(List<Object> facts) {
        QuarkusTransaction.requiringNew()
                .run(
                        () -> {
                            List<ReceivedFact<SanctionFact>> sanctions =
                                    facts.stream()
                                            .filter(SanctionFact.class::isInstance)
                                            .map(SanctionFact.class::cast)
                                            .map(PaymentModelComponentTest::received)
                                            .toList();
                            if (!sanctions.isEmpty()) {
                                recordFacts.handle(sanctions);
                            }
                            List<ReceivedFact<KpmSnapshot>> states =
                                    facts.stream()
                                            .filter(KpmSnapshot.class::isInstance)
                                            .map(KpmSnapshot.class::cast)
                                            .map(PaymentModelComponentTest::received)
                                            .toList();
                            if (!states.isEmpty()) {
                                recordStates.handle(states);
                            }
                        });
    }

    private static <F> ReceivedFact<F> received(F fact) {
        return new ReceivedFact<>(
                fact, new Trigger("TEST", UUID.randomUUID().toString(), Causation.root()));
    }

    /** The payments of a family without the values that differ between families. */
    private List<String> payments(UUID kpm) {
        return tables.lines(
                "SELECT c.cycle_code, p.kind, p.status, p.amount_idr, p.warned, array_to_string(p.reasons, ','),"
                        + " array_to_string(array(SELECT right(b::text, 2) FROM unnest(p.blocked_by) AS b), ','), p.steps"
                        + " FROM payment p JOIN payment_cycle c USING (cycle_id)"
                        + " WHERE p.kpm_id = ? AND p.status <> 'NOT_ELIGIBLE' ORDER BY 1, 2",
                kpm);
    }

    private void assertSumsAgree() {
        for (String cycle : List.of(SEALED, PLANNED)) {
            List<String> sums =
                    Api.summary(cycle).extract().jsonPath().getList("statuses", Map.class).stream()
                            .map(
                                    s ->
                                            s.get("kind")
                                                    + " "
                                                    + s.get("status")
                                                    + " "
                                                    + s.get("payments")
                                                    + " "
                                                    + s.get("amount_idr"))
                            .toList();
            assertThat(sums)
                    .containsExactlyInAnyOrderElementsOf(
                            tables.lines(
                                    "SELECT p.kind, p.status, count(*), sum(p.amount_idr) FROM payment p JOIN payment_cycle c USING (cycle_id)"
                                            + " WHERE c.cycle_code = ? AND p.status <> 'NOT_ELIGIBLE' GROUP BY 1, 2",
                                    cycle));
        }
        assertThat(
                        tables.lines(
                                "SELECT payable_payments, payable_idr, held_payments, held_idr, forfeited_payments, forfeited_idr FROM cycle_seal"))
                .isEqualTo(
                        tables.lines(
                                "SELECT count(*) FILTER (WHERE p.status = 'PAYABLE'), coalesce(sum(amount_idr) FILTER (WHERE p.status = 'PAYABLE'), 0),"
                                        + " count(*) FILTER (WHERE p.status = 'HELD'), coalesce(sum(amount_idr) FILTER (WHERE p.status = 'HELD'), 0),"
                                        + " count(*) FILTER (WHERE p.status = 'FORFEITED'), coalesce(sum(amount_idr) FILTER (WHERE p.status = 'FORFEITED'), 0)"
                                        + " FROM payment p JOIN payment_cycle c USING (cycle_id) WHERE c.cycle_code = '2026-T2' AND kind = 'REGULAR'"));
    }
}
