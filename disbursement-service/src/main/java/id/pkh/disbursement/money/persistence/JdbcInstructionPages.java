package id.pkh.disbursement.money.persistence;

import id.pkh.disbursement.jdbc.Database;
import id.pkh.disbursement.money.Cause;
import id.pkh.disbursement.money.InstructionPages;
import id.pkh.disbursement.money.MoneyMoved;
import id.pkh.disbursement.money.domain.InstructionPage;
import id.pkh.disbursement.money.domain.InstructionPage.Move;
import id.pkh.platform.messaging.trace.Causation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

@ApplicationScoped
class JdbcInstructionPages implements InstructionPages {

    private static final String BEGIN =
            """
            WITH pages AS (
                INSERT INTO instruction_page (batch_id, page_no, states, last_move)
                SELECT ?, page_no, convert_to(repeat('S', least(n.most, n.instructions - page_no * n.most)), 'UTF8'), 1
                  FROM (SELECT ?::int AS instructions, ?::int AS most) n
                 CROSS JOIN LATERAL generate_series(0, (n.instructions - 1) / n.most) AS page_no
                RETURNING batch_id, page_no)
            INSERT INTO instruction_move (batch_id, page_no, move_no, cause, cause_id, recorded_at)
            SELECT batch_id, page_no, 1, ?, ?, ? FROM pages
            """;

    private static final String NAMES =
            """
            INSERT INTO instruction_names (batch_id, page_no, names)
            SELECT batch_id, (line_no - 1) / n.most,
                   string_agg(uuid_send(instruction_id) || uuid_send(payment_id) || int8send(amount_idr), ''::bytea ORDER BY line_no)
              FROM payment_instruction CROSS JOIN (SELECT ?::int AS most) n
             WHERE batch_id = ? GROUP BY 1, 2
            """;

    private static final String LOCK =
            "SELECT page_no, last_move, states FROM instruction_page"
                    + " WHERE batch_id = ? AND page_no = ANY (?) ORDER BY page_no FOR UPDATE";

    private static final String SAVE =
            "UPDATE instruction_page SET states = ?, last_move = ? WHERE batch_id = ? AND page_no = ?";

    private static final String REMEMBER =
            "INSERT INTO instruction_move (batch_id, page_no, move_no, cause, cause_id, recorded_at, content)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?)";

    private static final String TO_TELL =
            """
            INSERT INTO money_news (batch_id, page_no, move_no, correlation_id, causation_id, traceparent, waiting_since)
            SELECT ?, page_no, move_no, ?, ?, ?, ? FROM unnest(?::int[], ?::int[]) AS moved (page_no, move_no)
            """;

    private static final String WORDS =
            "SELECT page_no, cause, cause_id, content FROM instruction_move"
                    + " WHERE batch_id = ? AND page_no = ANY (?) AND content IS NOT NULL"
                    + " ORDER BY page_no, move_no";

    private final Database database;
    private final Event<MoneyMoved> moved;

    JdbcInstructionPages(Database database, Event<MoneyMoved> moved) {
        this.database = database;
        this.moved = moved;
    }

    @Override
    public void begin(UUID batchId, long instructions, Cause cause) {
        database.update(
                BEGIN,
                p ->
                        p.uuid(batchId)
                                .number(instructions)
                                .number(InstructionPage.INSTRUCTIONS)
                                .text(cause.cause())
                                .text(cause.causeId())
                                .instant(cause.at()));
        database.update(NAMES, p -> p.number(InstructionPage.INSTRUCTIONS).uuid(batchId));
        int pages = InstructionPage.pageOf(Math.toIntExact(instructions)) + 1;
        toTell(
                batchId,
                cause.at(),
                LongStream.range(0, pages).boxed().toList(),
                Collections.nCopies(pages, 1L));
    }

    @Override
    public List<InstructionPage> lock(UUID batchId, Collection<Integer> pageNos) {
        return database.list(
                LOCK,
                p -> p.uuid(batchId).ints(pageNos),
                row ->
                        new InstructionPage(
                                row.getInt("page_no"),
                                row.getInt("last_move"),
                                row.getBytes("states")));
    }

    @Override
    public Optional<Integer> silent(UUID batchId) {
        return database.first(
                "SELECT page_no FROM instruction_page WHERE batch_id = ? AND is_silent ORDER BY page_no LIMIT 1",
                p -> p.uuid(batchId),
                row -> row.getInt(1));
    }

    @Override
    public void save(UUID batchId, Collection<InstructionPage> pages, Cause cause) {
        List<InstructionPage> some =
                pages.stream().filter(page -> !page.moves().isEmpty()).toList();
        if (some.isEmpty()) {
            return;
        }
        database.batch(
                SAVE,
                some,
                (p, page) ->
                        p.bytes(page.states())
                                .number(page.lastMove() + 1L)
                                .uuid(batchId)
                                .number(page.pageNo()));
        database.batch(
                REMEMBER,
                some,
                (p, page) ->
                        p.uuid(batchId)
                                .number(page.pageNo())
                                .number(page.lastMove() + 1L)
                                .text(cause.cause())
                                .text(cause.causeId())
                                .instant(cause.at())
                                .text(MovesJson.of(page.pageNo(), page.moves())));
        toTell(
                batchId,
                cause.at(),
                some.stream().map(page -> (long) page.pageNo()).toList(),
                some.stream().map(page -> page.lastMove() + 1L).toList());
    }

    private void toTell(UUID batchId, Instant at, List<Long> pageNos, List<Long> moveNos) {
        Causation act = Causation.current();
        database.update(
                TO_TELL,
                p ->
                        p.uuid(batchId)
                                .text(act.correlationId())
                                .text(act.causationId())
                                .text(act.traceparent())
                                .instant(at)
                                .numbers(pageNos)
                                .numbers(moveNos));
        moved.fire(new MoneyMoved());
    }

    @Override
    public Map<Integer, Word> lastWords(UUID batchId, Collection<Integer> lineNos) {
        Map<Integer, Word> words = new HashMap<>();
        if (lineNos.isEmpty()) {
            return words;
        }
        Set<Integer> wanted = new HashSet<>(lineNos);
        Set<Integer> pageNos =
                wanted.stream().map(InstructionPage::pageOf).collect(Collectors.toSet());
        database.each(
                WORDS,
                p -> p.uuid(batchId).ints(pageNos),
                row -> {
                    UUID report =
                            Cause.BANK_REPORT.equals(row.getString("cause"))
                                    ? UUID.fromString(row.getString("cause_id"))
                                    : null;
                    for (Move move :
                            MovesJson.moves(row.getInt("page_no"), row.getString("content"))) {
                        if (report != null && wanted.contains(move.lineNo())) {
                            words.merge(
                                    move.lineNo(),
                                    new Word(report, move.bankRef()),
                                    Word::followedBy);
                        }
                    }
                });
        return words;
    }
}
