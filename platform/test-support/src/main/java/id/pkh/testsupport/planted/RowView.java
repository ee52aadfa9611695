package id.pkh.testsupport.planted;

/** Planted: shows an entity to callers. */
public record RowView(NamedEntity row) {}
