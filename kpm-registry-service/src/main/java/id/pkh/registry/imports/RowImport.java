package id.pkh.registry.imports;

import id.pkh.platform.files.ColumnSpec;
import id.pkh.registry.intake.FieldReader;
import java.util.List;

/** One kind of list: its columns, how a row is read, how a chunk of rows is applied. */
interface RowImport<D> {

    String kind();

    ColumnSpec[] columns();

    /** Reads a row by itself and notes what is wrong with it; needs no database. */
    D read(NamedRow row, FieldReader reader);

    /** A row of an earlier attempt goes by again: what later rows must know of it. */
    default void remember(D draft, SeenIdentifiers seen) {}

    /** Applies rows that are right by themselves, inside the transaction of their chunk. */
    void apply(List<Line<D>> lines, Chunk chunk);
}
