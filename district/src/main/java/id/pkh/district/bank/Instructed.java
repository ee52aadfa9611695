package id.pkh.district.bank;

/** A transaction of a pain.001 as the bank needs it to answer; it keeps no name and no account. */
record Instructed(String instructionId, String endToEndId, String amount, String currency) {}
