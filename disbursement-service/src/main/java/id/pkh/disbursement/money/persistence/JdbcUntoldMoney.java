package id.pkh.disbursement.money.persistence;

import id.pkh.disbursement.jdbc.Database;
import id.pkh.disbursement.money.MoneyNews;
import id.pkh.disbursement.money.UntoldMoney;
import id.pkh.disbursement.money.domain.InstructionPage;
import id.pkh.disbursement.money.domain.InstructionPage.Move;
import id.pkh.disbursement.money.domain.MoneyState;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class JdbcUntoldMoney implements UntoldMoney {

    /** Of the database: whoever has it tells. Any other number that nobody else takes would do. */
    private static final long TELLER_LOCK = 0x504b48_6e657773L;

    private static final String NEXT =
            """
            SELECT n.news_id, n.batch_id, n.page_no, n.correlation_id, n.causation_id, n.traceparent,
                   m.recorded_at, m.content, b.bank, c.cycle_code
              FROM money_news n
              JOIN instruction_move m USING (batch_id, page_no, move_no)
              JOIN payment_batch b USING (batch_id)
              JOIN payment_cycle c USING (cycle_id)
             ORDER BY n.news_id LIMIT ?
            """;

    private static final String INSTRUCTIONS =
            """
            SELECT line_no, payment_id, kpm_id, village_code, amount_idr, attempt FROM payment_instruction
             WHERE batch_id = ? AND line_no BETWEEN ? AND ? AND (?::int[] IS NULL OR line_no = ANY (?::int[]))
             ORDER BY line_no
            """;

    private record Row(
            long newsId,
            UUID batchId,
            int pageNo,
            Act act,
            Instant at,
            String content,
            String bank,
            String cycleCode) {}

    private record Instruction(
            int lineNo,
            UUID paymentId,
            UUID kpmId,
            String villageCode,
            long amountIdr,
            int attempt) {}

    private final Database database;

    JdbcUntoldMoney(Database database) {
        this.database = database;
    }

    @Override
    public boolean claim() {
        return database.first(
                        "SELECT pg_try_advisory_xact_lock(?)",
                        p -> p.number(TELLER_LOCK),
                        row -> row.getBoolean(1))
                .orElseThrow();
    }

    @Override
    public List<Moved> next(int limit) {
        return database
                .list(
                        NEXT,
                        p -> p.number(limit),
                        row ->
                                new Row(
                                        row.getLong("news_id"),
                                        row.getObject("batch_id", UUID.class),
                                        row.getInt("page_no"),
                                        new Act(
                                                row.getString("correlation_id"),
                                                row.getString("causation_id"),
                                                row.getString("traceparent")),
                                        row.getObject("recorded_at", OffsetDateTime.class)
                                                .toInstant(),
                                        row.getString("content"),
                                        row.getString("bank"),
                                        row.getString("cycle_code")))
                .stream()
                .map(row -> new Moved(row.newsId(), row.act(), row.at(), newsOf(row)))
                .toList();
    }

    private List<MoneyNews> newsOf(Row row) {
        if (row.content() == null) {
            return instructions(row, null).stream()
                    .map(one -> news(row, one, MoneyState.SENT, null))
                    .toList();
        }
        List<Move> moves = MovesJson.moves(row.pageNo(), row.content());
        Map<Integer, Instruction> byLine = new HashMap<>();
        instructions(row, moves.stream().map(Move::lineNo).distinct().toList())
                .forEach(one -> byLine.put(one.lineNo(), one));
        List<MoneyNews> news = new ArrayList<>(moves.size());
        for (Move move : moves) {
            news.add(news(row, byLine.get(move.lineNo()), move.after(), move.reason()));
        }
        return news;
    }

    /** Of the page; those of these lines, or all. */
    private List<Instruction> instructions(Row row, List<Integer> lineNos) {
        int before = row.pageNo() * InstructionPage.INSTRUCTIONS;
        boolean all = lineNos == null || lineNos.size() == InstructionPage.INSTRUCTIONS;
        return database.list(
                INSTRUCTIONS,
                p -> {
                    p.uuid(row.batchId())
                            .number(before + 1L)
                            .number((long) before + InstructionPage.INSTRUCTIONS);
                    List<Integer> wanted = all ? null : lineNos;
                    p.ints(wanted).ints(wanted);
                },
                found ->
                        new Instruction(
                                found.getInt("line_no"),
                                found.getObject("payment_id", UUID.class),
                                found.getObject("kpm_id", UUID.class),
                                found.getString("village_code"),
                                found.getLong("amount_idr"),
                                found.getInt("attempt")));
    }

    private static MoneyNews news(Row row, Instruction one, MoneyState state, String reason) {
        return new MoneyNews(
                one.paymentId(),
                one.kpmId(),
                one.villageCode(),
                row.cycleCode(),
                one.amountIdr(),
                row.bank(),
                one.attempt(),
                state,
                reason);
    }

    @Override
    public void told(List<Moved> told) {
        if (told.isEmpty()) {
            return;
        }
        int gone =
                database.update(
                        "DELETE FROM money_news WHERE news_id = ANY (?)",
                        p -> p.numbers(told.stream().map(Moved::newsId).toList()));
        if (gone != told.size()) {
            throw new IllegalStateException(gone + " moves were told instead of " + told.size());
        }
    }

    @Override
    public Optional<Instant> oldest() {
        return database.first(
                        "SELECT waiting_since FROM money_news ORDER BY news_id LIMIT 1",
                        p -> {},
                        row -> row.getObject(1, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }
}
