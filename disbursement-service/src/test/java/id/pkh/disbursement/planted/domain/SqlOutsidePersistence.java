package id.pkh.disbursement.planted.domain;

import java.sql.ResultSet;

/** Planted: rows stay in persistence. */
public class SqlOutsidePersistence {
    ResultSet rows;
}
