package id.pkh.registry.imports;

/** An area as read from a row. */
record AreaDraft(String code, String name) {}
