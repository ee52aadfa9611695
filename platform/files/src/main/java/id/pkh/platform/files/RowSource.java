package id.pkh.platform.files;

import java.util.Iterator;

/** Rows of one kind of file, blank ones included. */
interface RowSource extends Iterator<Row>, AutoCloseable {

    String kind();

    @Override
    void close();
}
