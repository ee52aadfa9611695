package id.pkh.platform.operations;

import id.pkh.platform.jobs.Job;
import id.pkh.platform.jobs.JobWork;
import id.pkh.platform.messaging.outbox.Outbox;
import id.pkh.platform.messaging.things.ThingHappened;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Goes through the letters of its parameters, one per chunk, publishes an event for each, and fails
 * where a test says so.
 */
@ApplicationScoped
class LetterWork implements JobWork<String> {

    static final String KIND = "letters";

    /** The thing that the events of a job are about. */
    static UUID thingOf(UUID jobId) {
        return new UUID(jobId.getLeastSignificantBits(), jobId.getMostSignificantBits());
    }

    private final Outbox outbox;
    private final Set<String> broken = ConcurrentHashMap.newKeySet();
    private volatile boolean setsAside = true;

    LetterWork(Outbox outbox) {
        this.outbox = outbox;
    }

    void breakLetter(String letter, boolean maySetAside) {
        broken.add(letter);
        setsAside = maySetAside;
    }

    void mend() {
        broken.clear();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<String> next(Job job, Optional<String> after, int limit) {
        int from = after.map(letter -> job.parameters().indexOf(letter) + 1).orElse(0);
        return job.parameters()
                .substring(from)
                .chars()
                .mapToObj(Character::toString)
                .limit(limit)
                .toList();
    }

    @Override
    public void apply(Job job, List<String> letters) {
        for (String letter : letters) {
            if (broken.contains(letter)) {
                throw new IllegalArgumentException("a value that is for no one's eyes");
            }
            int number = job.parameters().indexOf(letter);
            outbox.append(ThingHappened.of(thingOf(job.jobId()), number), number + 1L);
        }
    }

    @Override
    public String textOf(String letter) {
        return letter;
    }

    @Override
    public String itemOf(String text) {
        return text;
    }

    @Override
    public int chunkItems() {
        return 1;
    }

    @Override
    public boolean maySetAside() {
        return setsAside;
    }
}
