package id.pkh.meeting.planted;

/** Breaks on purpose: called a resource and is none. */
class RowResource {}
