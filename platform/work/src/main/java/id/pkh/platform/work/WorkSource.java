package id.pkh.platform.work;

import java.util.List;
import java.util.Set;

/** One kind of work, as a bean. */
public interface WorkSource {

    /** Names the kind in the answer, in its text and in cursors. */
    String kind();

    /** The roles whose work it is. */
    Set<String> roles();

    /** In the order of their days and keys, at most {@code limit}; read by an index. */
    List<WorkItem> next(WorkQuery query);
}
