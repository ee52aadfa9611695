package id.pkh.disbursement.cycle.persistence;

import id.pkh.disbursement.cycle.domain.ListFigures;
import id.pkh.disbursement.cycle.domain.ListFigures.Sum;
import id.pkh.disbursement.entitlement.domain.Rupiah;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.statement.Update;

/** The columns of the figures of a list, which a seal and its proposal share. */
final class ListFigureColumns {

    private ListFigureColumns() {}

    static Update bind(Update update, ListFigures list) {
        return update.bind("payablePayments", list.payable().payments())
                .bind("payableIdr", list.payable().amount().amount())
                .bind("heldPayments", list.held().payments())
                .bind("heldIdr", list.held().amount().amount())
                .bind("forfeitedPayments", list.forfeited().payments())
                .bind("forfeitedIdr", list.forfeited().amount().amount())
                .bind("listSha256", list.listSha256());
    }

    static ListFigures read(ResultSet row) throws SQLException {
        return new ListFigures(
                sum(row, "payable"),
                sum(row, "held"),
                sum(row, "forfeited"),
                row.getString("list_sha256"));
    }

    private static Sum sum(ResultSet row, String name) throws SQLException {
        return new Sum(row.getLong(name + "_payments"), Rupiah.of(row.getLong(name + "_idr")));
    }
}
