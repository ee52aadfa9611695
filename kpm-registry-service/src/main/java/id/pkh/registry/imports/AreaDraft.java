package id.pkh.registry.imports;

/**
 * An area as read from a row.
 *
 * @param bpsCode the code of the statistical office; null where the row has none
 */
record AreaDraft(String code, String name, String bpsCode) {}
