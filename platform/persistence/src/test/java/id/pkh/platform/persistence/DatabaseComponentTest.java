package id.pkh.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import id.pkh.localstack.LocalStackResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        initArgs = @ResourceArg(name = "database", value = "persistence"))
class DatabaseComponentTest {

    enum Mark {
        PRESENT,
        ABSENT
    }

    record Tried(
            UUID triedId,
            String village,
            Long amount,
            LocalDate heldOn,
            Instant heardAt,
            YearMonth month,
            Mark mark,
            List<String> codes,
            byte[] raw,
            Boolean flag) {}

    private static final String EVERYTHING = "SELECT * FROM tried ORDER BY tried_id";

    @Inject Database database;

    @BeforeEach
    void empty() {
        database.update("TRUNCATE tried", u -> {});
    }

    @Test
    void everyTypeGoesInAsAParameterAndComesOutAsAComponentOfARecord() {
        Tried row = row(1);

        insert(row);

        assertThat(all()).usingRecursiveFieldByFieldElementComparator().containsExactly(row);
    }

    @Test
    void whatIsAbsentGoesInAndComesOutAsAbsent() {
        UUID id = id(1);
        database.update(
                "INSERT INTO tried VALUES (:id, 'v', :amount, :day, :at, :month, :mark, NULL, :raw, :flag)",
                u ->
                        u.bind("id", id)
                                .bind("amount", (Long) null)
                                .bind("day", (LocalDate) null)
                                .bind("at", (Instant) null)
                                .bind("month", (YearMonth) null)
                                .bind("mark", (Mark) null)
                                .bind("raw", (byte[]) null)
                                .bind("flag", (Boolean) null));

        assertThat(all())
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(
                        new Tried(id, "v", null, null, null, null, null, null, null, null));
    }

    @Test
    void aSetOfRowsIsOneStatementOverItsColumns() {
        List<Tried> rows = IntStream.range(1, 500).mapToObj(DatabaseComponentTest::row).toList();

        int inserted =
                database.update(
                        "INSERT INTO tried (tried_id, village, amount, held_on, heard_at, month, mark, flag)"
                                + " SELECT * FROM unnest(:ids, :villages, :amounts, :days, :times, :months,"
                                + " :marks, :flags)",
                        u ->
                                u.bind("ids", SqlArrays.uuids(rows, Tried::triedId))
                                        .bind("villages", SqlArrays.texts(rows, Tried::village))
                                        .bind("amounts", SqlArrays.numbers(rows, Tried::amount))
                                        .bind("days", SqlArrays.days(rows, Tried::heldOn))
                                        .bind("times", SqlArrays.instants(rows, Tried::heardAt))
                                        .bind("months", SqlArrays.months(rows, Tried::month))
                                        .bind("marks", SqlArrays.codes(rows, Tried::mark))
                                        .bind("flags", SqlArrays.flags(rows, Tried::flag)));

        assertThat(inserted).isEqualTo(499);
        assertThat(all())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("codes", "raw")
                .containsExactlyElementsOf(rows);
    }

    @Test
    void columnsMayHaveGaps() {
        List<UUID> ids = java.util.Arrays.asList(id(1), null, id(2));

        List<UUID> back =
                database.query(
                        "SELECT * FROM unnest(:ids) AS id",
                        q -> q.bind("ids", SqlArrays.uuids(ids)).mapTo(UUID.class).list());

        assertThat(back).containsExactlyElementsOf(ids);
    }

    @Test
    void copyTakesEveryTypeAndEveryCharacter() {
        Tried row =
                new Tried(
                        id(7),
                        "a\tb\nc\rd\\e\\.",
                        7L,
                        LocalDate.of(2026, 2, 28),
                        Instant.parse("2026-02-28T10:00:00.123456Z"),
                        YearMonth.of(2026, 2),
                        Mark.ABSENT,
                        null,
                        new byte[] {0, 1, -1, 127, -128, 92},
                        true);
        Tried absent = new Tried(id(8), "", null, null, null, null, null, null, null, false);

        long copied =
                database.copy(
                        "tried (tried_id, village, amount, held_on, heard_at, month, mark, codes, raw, flag)",
                        List.of(row, absent),
                        (fields, r) ->
                                fields.uuid(r.triedId())
                                        .text(r.village())
                                        .numberOrNull(r.amount())
                                        .day(r.heldOn())
                                        .instant(r.heardAt())
                                        .day(r.month() == null ? null : r.month().atDay(1))
                                        .code(r.mark())
                                        .text(null)
                                        .bytes(r.raw())
                                        .flag(r.flag()));

        assertThat(copied).isEqualTo(2);
        assertThat(all())
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(row, absent);
    }

    @Test
    void aCopyThatFailsOnTheWayLeavesTheConnectionUsable() {
        Stream<Integer> numbers = Stream.iterate(1, n -> n + 1).limit(50_000);

        assertThatThrownBy(
                        () ->
                                database.copy(
                                        "tried (tried_id, village)",
                                        numbers.iterator(),
                                        (fields, n) -> {
                                            if (n == 40_000) {
                                                throw new IllegalStateException("stopped");
                                            }
                                            fields.uuid(id(n)).text("v");
                                        }))
                .hasMessage("stopped");

        assertThat(all()).isEmpty();
    }

    @Test
    void statementsJoinTheTransactionAndVanishWithIt() {
        QuarkusTransaction.begin();
        insert(id(1), 1L);
        assertThat(all()).hasSize(1);
        QuarkusTransaction.rollback();

        assertThat(all()).isEmpty();
    }

    @Test
    void rowsAreStreamedInATransactionOnly() {
        QuarkusTransaction.requiringNew()
                .run(
                        () ->
                                database.update(
                                        "INSERT INTO tried (tried_id, village) SELECT gen_random_uuid(), 'v'"
                                                + " FROM generate_series(1, 12000)",
                                        u -> {}));

        long read =
                QuarkusTransaction.requiringNew()
                        .call(
                                () ->
                                        database.stream(
                                                "SELECT village FROM tried",
                                                q -> {},
                                                (row, context) -> row.getString(1),
                                                Stream::count));

        assertThat(read).isEqualTo(12_000);
        assertThatThrownBy(
                        () ->
                                database.stream(
                                        "SELECT village FROM tried",
                                        q -> {},
                                        (row, context) -> row.getString(1),
                                        Stream::count))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("transaction");
    }

    @Test
    void everyTypeComesOutOfAStreamAsItWentIn() {
        Tried row = row(1);
        insert(row);

        List<Tried> streamed =
                QuarkusTransaction.requiringNew()
                        .call(
                                () ->
                                        database.stream(
                                                EVERYTHING,
                                                q -> {},
                                                database.rowsAs(Tried.class),
                                                Stream::toList));

        assertThat(streamed).usingRecursiveFieldByFieldElementComparator().containsExactly(row);
    }

    @Test
    void aQueryWithAFreshPlanIsNeverPrepared() {
        String sql = "SELECT village FROM tried WHERE amount = :amount";
        QuarkusTransaction.requiringNew()
                .run(
                        () -> {
                            for (long amount = 0; amount < 10; amount++) {
                                long bound = amount;
                                database.queryWithFreshPlan(
                                        sql,
                                        q -> q.bind("amount", bound).mapTo(String.class).list());
                            }
                            assertThat(preparedStatements()).isZero();
                            for (long amount = 0; amount < 10; amount++) {
                                long bound = amount;
                                database.query(
                                        sql,
                                        q -> q.bind("amount", bound).mapTo(String.class).list());
                            }
                            assertThat(preparedStatements()).isEqualTo(1);
                        });
    }

    private long preparedStatements() {
        return database.query(
                "SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE 'SELECT village FROM tried WHERE amount%'",
                q -> q.mapTo(Long.class).one());
    }

    @Test
    void aFailureNamesTheConstraintAndNoValueOfTheRow() {
        insert(id(1), 1L);

        Throwable doubled =
                catchThrowable(
                        () ->
                                database.update(
                                        "INSERT INTO tried (tried_id, village) VALUES (:id, :secret)",
                                        u -> u.bind("id", id(1)).bind("secret", "3201999")));

        assertThat(doubled).isInstanceOf(DatabaseFailure.class);
        assertThat(SqlState.of(doubled).orElseThrow().isUniqueViolation()).isTrue();
        assertThat(SqlState.isViolationOf(doubled, "tried_pkey")).isTrue();
        assertThat(printed(doubled)).doesNotContain("3201999").doesNotContain(id(1).toString());
    }

    @Test
    void aFailureNamesTheOwnerOfTheStatementFirst() {
        Throwable failed =
                catchThrowable(() -> database.update("DELETE FROM no_such_table", u -> {}));

        assertThat(failed.getStackTrace()[0].getClassName())
                .isEqualTo(DatabaseComponentTest.class.getName());
    }

    @Test
    void aFailedBatchQuotesNoValueEither() {
        Throwable failed =
                catchThrowable(
                        () ->
                                database.batch(
                                        "INSERT INTO tried (tried_id, village, amount) VALUES (:id, '3201999', :n)",
                                        List.of(1L, -1L),
                                        (batch, n) -> batch.bind("id", id(n)).bind("n", n)));

        assertThat(SqlState.isViolationOf(failed, "tried_amount_positive")).isTrue();
        assertThat(SqlState.of(failed).orElseThrow().kind()).isEqualTo(SqlState.Kind.CONSTRAINT);
        assertThat(printed(failed)).doesNotContain("3201999").doesNotContain(id(1).toString());
    }

    @Test
    void aBatchChangesEachRow() {
        int[] changed =
                database.batch(
                        "INSERT INTO tried (tried_id, village, amount) VALUES (:id, 'v', :n)",
                        List.of(1L, 2L, 3L),
                        (batch, n) -> batch.bind("id", id(n)).bind("n", n));

        assertThat(changed).containsExactly(1, 1, 1);
        assertThat(database.batch("never run", List.of(), (batch, n) -> {})).isEmpty();
    }

    @Test
    void castsAndOperatorsOfPostgresqlAreNoParameters() {
        Boolean found =
                database.query(
                        "SELECT '{\"a\": 1}'::jsonb @> '{\"a\": 1}' AND (ARRAY[1, 2])[1 : 1] = ARRAY[1]"
                                + " AND :n::bigint = 5 AND 'a:b' = :text",
                        q -> q.bind("n", 5).bind("text", "a:b").mapTo(Boolean.class).one());

        assertThat(found).isTrue();
    }

    @Test
    void theConditionsOfAListBecomeOneStatement() {
        database.update(
                "INSERT INTO tried (tried_id, village, amount) VALUES"
                        + " (gen_random_uuid(), '17.71', 1), (gen_random_uuid(), '17.71.08', 2),"
                        + " (gen_random_uuid(), '17.72', 3), (gen_random_uuid(), '17.7', 4),"
                        + " (gen_random_uuid(), '18.01.01.2001', 5)",
                u -> {});

        assertThat(amounts(new Conditions().andArea("village", "17.71"))).containsExactly(1L, 2L);
        assertThat(amounts(new Conditions().andAnyArea("village", List.of("17.72", "18"))))
                .containsExactly(3L, 5L);
        assertThat(amounts(new Conditions().andAnyArea("village", List.of()))).isEmpty();
        assertThat(amounts(new Conditions().andArea("village", " "))).hasSize(5);
        assertThat(amounts(new Conditions().andIfGiven("amount > ?", null))).hasSize(5);
        assertThat(
                        amounts(
                                new Conditions()
                                        .and("amount BETWEEN ? AND ?", 2, 4)
                                        .andIfGiven("village = ?", "17.7")))
                .containsExactly(4L);
        assertThatThrownBy(() -> new Conditions().and("amount = ?"))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void theAreasOfACallerAreFoundInAColumnThatComparesByteByByte() {
        String village = "village COLLATE \"C\"";
        database.update(
                "INSERT INTO tried (tried_id, village, amount) VALUES"
                        + " (gen_random_uuid(), '17.71', 1), (gen_random_uuid(), '17.71.08', 2),"
                        + " (gen_random_uuid(), '17.72', 3), (gen_random_uuid(), '17.7', 4),"
                        + " (gen_random_uuid(), '18.01.01.2001', 5)",
                u -> {});

        assertThat(amounts(new Conditions().andAnyAreaCollatedC(village, List.of("17.71"))))
                .containsExactly(1L, 2L);
        assertThat(amounts(new Conditions().andAnyAreaCollatedC(village, List.of("18", "17.72"))))
                .containsExactly(3L, 5L);
        assertThat(amounts(new Conditions().andAnyAreaCollatedC(village, List.of("17", "17.71"))))
                .as("an area and a part of it")
                .containsExactly(1L, 2L, 3L, 4L);
        assertThat(amounts(new Conditions().andAnyAreaCollatedC(village, List.of()))).isEmpty();
    }

    @Test
    void aPlainIndexServesTheAreasOfACallerWhereTheColumnComparesByteByByte() {
        database.update(
                "INSERT INTO found_by_area SELECT '17.71.' || n FROM generate_series(1, 20000) n"
                        + " ON CONFLICT DO NOTHING",
                u -> {});
        database.update("ANALYZE found_by_area", u -> {});
        List<String> areas = List.of("17.71.700", "17.71.900");

        assertThat(plan(new Conditions().andAnyAreaCollatedC("village", areas)))
                .contains("Index Cond: ((village >= '17.71.700'::text)");
        assertThat(plan(new Conditions().andAnyArea("village", areas))).contains("Filter: ");
    }

    private String plan(Conditions where) {
        return database.query(
                "EXPLAIN SELECT village FROM found_by_area WHERE "
                        + where.sql()
                        + " ORDER BY village LIMIT 20",
                q -> String.join("\n", q.bindMap(where.values()).mapTo(String.class).list()));
    }

    private List<Long> amounts(Conditions where) {
        return database.query(
                "SELECT amount FROM tried WHERE " + where.sql() + " ORDER BY amount",
                q -> q.bindMap(where.values()).mapTo(Long.class).list());
    }

    private void insert(Tried row) {
        database.update(
                "INSERT INTO tried VALUES (:id, :village, :amount, :day, :at, :month, :mark, :codes, :raw, :flag)",
                u ->
                        u.bind("id", row.triedId())
                                .bind("village", row.village())
                                .bind("amount", row.amount())
                                .bind("day", row.heldOn())
                                .bind("at", row.heardAt())
                                .bind("month", row.month())
                                .bind("mark", row.mark())
                                .bind("codes", SqlArrays.texts(row.codes()))
                                .bind("raw", row.raw())
                                .bind("flag", row.flag()));
    }

    private void insert(UUID id, Long amount) {
        database.update(
                "INSERT INTO tried (tried_id, village, amount) VALUES (:id, 'v', :amount)",
                u -> u.bind("id", id).bind("amount", amount));
    }

    private List<Tried> all() {
        return database.query(EVERYTHING, q -> q.map(database.rowsAs(Tried.class)).list());
    }

    private static Tried row(int n) {
        return new Tried(
                id(n),
                "village " + n,
                (long) n,
                LocalDate.of(2026, 1, 1).plusDays(n),
                Instant.parse("2026-01-01T00:00:00.5Z").plusSeconds(n),
                YearMonth.of(2026, 1).plusMonths(n),
                n % 2 == 0 ? Mark.PRESENT : Mark.ABSENT,
                List.of("A", "B," + n),
                new byte[] {1, (byte) n},
                n % 2 == 0);
    }

    private static UUID id(long n) {
        return new UUID(0, n);
    }

    private static String printed(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
