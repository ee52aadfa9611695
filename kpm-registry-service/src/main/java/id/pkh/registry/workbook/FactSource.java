package id.pkh.registry.workbook;

/** Where the facts of a workbook come from, besides the families. */
enum FactSource {
    MEETINGS,
    WITHDRAWALS,
    VISITS,
    UPDATES,
    COMPLAINTS,
    EVIDENCE,
    WORK
}
