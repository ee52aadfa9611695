package id.pkh.meeting.planted;

/** Breaks on purpose: shows an entity to callers. */
record RowView(RowEntity row) {}
