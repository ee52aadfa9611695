package id.pkh.meeting.planted;

/** Breaks on purpose: called an entity and is none. */
class RowEntity {}
