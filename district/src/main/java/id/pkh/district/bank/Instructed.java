package id.pkh.district.bank;

/**
 * The parts of a pain.001 transaction that the bank needs for its response, without name and
 * account.
 */
record Instructed(String instructionId, String endToEndId, String amount, String currency) {}
