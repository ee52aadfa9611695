package id.pkh.disbursement.planted.domain;

import java.sql.ResultSet;

/** Planted violation: SQL belongs only in persistence. */
public class SqlOutsidePersistence {
    ResultSet rows;
}
