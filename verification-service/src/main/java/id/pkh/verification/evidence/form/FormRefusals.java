package id.pkh.verification.evidence.form;

import id.pkh.platform.files.RowRefusal;

/** Is notified of what cannot be used while a form is read. */
@FunctionalInterface
public interface FormRefusals {

    /** Nothing of the row counts. */
    void row(RowRefusal refusal);

    /** A month of the row does not count; the rest of the row does. */
    default void month(RowRefusal refusal) {
        row(refusal);
    }
}
