package id.pkh.platform.files;

import java.util.Iterator;

/** Rows of one kind of file, including blank rows. */
interface RowSource extends Iterator<Row>, AutoCloseable {

    String kind();

    @Override
    void close();
}
