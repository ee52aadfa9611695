package id.pkh.platform.files;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;

/** The stored refusals of a file in their order, read page after page. */
final class StoredRefusals implements Iterator<RowRefusal> {

    private static final int PAGE = 1_000;

    private final ReceivedFiles files;
    private final UUID fileId;
    private final Deque<RowRefusal> page = new ArrayDeque<>();
    private long read;
    private boolean atEnd;

    StoredRefusals(ReceivedFiles files, UUID fileId) {
        this.files = files;
        this.fileId = fileId;
    }

    @Override
    public boolean hasNext() {
        if (page.isEmpty() && !atEnd) {
            List<RowRefusal> next =
                    QuarkusTransaction.requiringNew()
                            .call(() -> files.refusals(fileId, read, PAGE));
            read += next.size();
            atEnd = next.size() < PAGE;
            page.addAll(next);
        }
        return !page.isEmpty();
    }

    @Override
    public RowRefusal next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return page.remove();
    }
}
