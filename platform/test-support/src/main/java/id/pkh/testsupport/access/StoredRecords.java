package id.pkh.testsupport.access;

import java.util.Map;

/** What an attack must leave as it is. */
public interface StoredRecords {

    /** For each kind of records, such as a table, a text that differs when one has changed. */
    Map<String, String> fingerprints();

    /** Whether nothing works on what earlier requests asked for. */
    boolean areAtRest();
}
