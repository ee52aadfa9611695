package id.pkh.registry.imports;

import id.pkh.platform.files.ColumnSpec;
import id.pkh.registry.intake.FieldReader;
import java.util.List;

/** One kind of list: it has columns, reads rows, and applies chunks of rows. */
interface RowImport<D> {

    String kind();

    ColumnSpec[] columns();

    /** Who may send lists of this kind. */
    default ListSenders senders() {
        return ListSenders.ADMINISTRATORS;
    }

    /** Whether a list of this kind can be an initial roster. */
    default boolean canBeInitialRoster() {
        return false;
    }

    /** Validates one row without the database and records its errors. */
    D read(NamedRow row, FieldReader reader);

    /** Registers what later rows must know of a row that an earlier attempt has applied. */
    default void remember(D draft, SeenIdentifiers seen) {}

    /** Applies valid rows inside the transaction of their chunk. */
    void apply(List<ImportLine<D>> lines, Chunk chunk);
}
