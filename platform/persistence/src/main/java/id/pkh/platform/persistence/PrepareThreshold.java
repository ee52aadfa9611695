package id.pkh.platform.persistence;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementCustomizer;
import org.postgresql.PGStatement;

/** Sets after how many executions the driver prepares a statement in the database. */
record PrepareThreshold(int executions) implements StatementCustomizer {

    @Override
    public void beforeExecution(PreparedStatement statement, StatementContext context)
            throws SQLException {
        statement.unwrap(PGStatement.class).setPrepareThreshold(executions);
    }
}
