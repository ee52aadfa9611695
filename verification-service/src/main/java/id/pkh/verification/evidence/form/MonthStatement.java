package id.pkh.verification.evidence.form;

import id.pkh.platform.files.RowRefusal;
import id.pkh.verification.compliance.domain.MonthEvidence;

/** What a row states about one month. A blank states nothing, so there is no statement for it. */
sealed interface MonthStatement {

    /** Written in place of the numbers of a month, it takes the sender's earlier entry away. */
    String REMOVAL_WORD = "HAPUS";

    MonthStatement REMOVAL = new Removed();

    /** The entry of the form. */
    record Shown(MonthEvidence entry) implements MonthStatement {}

    /** The sender takes an earlier entry back. */
    record Removed() implements MonthStatement {}

    /** Something is written that cannot be read. */
    record Unreadable(RowRefusal refusal) implements MonthStatement {}
}
