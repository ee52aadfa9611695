package id.pkh.platform.persistence;

import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.NullArgument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jdbi.v3.core.transaction.CMTTransactionHandler;

/** Configures Jdbi for PostgreSQL. */
final class JdbiSetup {

    private JdbiSetup() {}

    /** Jdbi over a pool whose transactions belong to the container. */
    static Jdbi over(DataSource dataSource) {
        Jdbi jdbi = Jdbi.create(dataSource);
        jdbi.setTransactionHandler(new CMTTransactionHandler());
        // a message that contains a statement's parameters would write personal data to the log
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
        jdbi.registerArgument(new Ids());
        jdbi.registerArgument(new Instants());
        jdbi.registerArgument(new Days());
        jdbi.registerArgument(new Months());
        jdbi.getConfig(org.jdbi.v3.core.argument.Arguments.class)
                .setUntypedNullArgument(new NullArgument(Types.NULL));
        jdbi.registerColumnMapper(
                UUID.class, (row, column, context) -> row.getObject(column, UUID.class));
        jdbi.registerColumnMapper(
                LocalDate.class, (row, column, context) -> row.getObject(column, LocalDate.class));
        jdbi.registerColumnMapper(Instant.class, instants());
        jdbi.registerColumnMapper(YearMonth.class, months());
        return jdbi;
    }

    private static ColumnMapper<Instant> instants() {
        return (row, column, context) -> {
            OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
            return time == null ? null : time.toInstant();
        };
    }

    private static ColumnMapper<YearMonth> months() {
        return (row, column, context) -> {
            LocalDate day = row.getObject(column, LocalDate.class);
            return day == null ? null : YearMonth.from(day);
        };
    }

    private static final class Ids extends AbstractArgumentFactory<UUID> {

        private Ids() {
            super(Types.OTHER);
        }

        @Override
        protected Argument build(UUID value, ConfigRegistry config) {
            return (position, statement, context) ->
                    statement.setObject(position, value, Types.OTHER);
        }
    }

    private static final class Instants extends AbstractArgumentFactory<Instant> {

        private Instants() {
            super(Types.TIMESTAMP_WITH_TIMEZONE);
        }

        @Override
        protected Argument build(Instant value, ConfigRegistry config) {
            return (position, statement, context) ->
                    statement.setObject(position, value.atOffset(ZoneOffset.UTC));
        }
    }

    private static final class Days extends AbstractArgumentFactory<LocalDate> {

        private Days() {
            super(Types.DATE);
        }

        @Override
        protected Argument build(LocalDate value, ConfigRegistry config) {
            return (position, statement, context) -> statement.setObject(position, value);
        }
    }

    /** A month is stored as its first day. */
    private static final class Months extends AbstractArgumentFactory<YearMonth> {

        private Months() {
            super(Types.DATE);
        }

        @Override
        protected Argument build(YearMonth value, ConfigRegistry config) {
            return (position, statement, context) -> statement.setObject(position, value.atDay(1));
        }
    }
}
