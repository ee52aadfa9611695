package id.pkh.disbursement.account;

import id.pkh.platform.jobs.Job;
import id.pkh.platform.jobs.JobOrder;
import id.pkh.platform.jobs.JobWork;
import id.pkh.platform.jobs.Jobs;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes the tokens of accounts again under a new key. It is planned when a service starts with
 * this key and the former one for the first time.
 */
@ApplicationScoped
class IndexAccounts implements JobWork<UUID> {

    private static final String KIND = "account-index";
    private static final UUID FIRST = new UUID(0, 0);
    private static final int PLANNED_AT_MOST = 100;
    private static final int INSTRUCTIONS_AT_ONCE = 1_000;

    private final AccountIndex index;
    private final AccountTokens tokens;
    private final Jobs jobs;

    IndexAccounts(AccountIndex index, AccountTokens tokens, Jobs jobs) {
        this.index = index;
        this.tokens = tokens;
        this.jobs = jobs;
    }

    void start(@Observes StartupEvent event) {
        if (tokens.hasFormer()) {
            QuarkusTransaction.requiringNew().run(this::planOnce);
        }
    }

    private void planOnce() {
        String subject = "key %08x".formatted(tokens.keyId());
        boolean isPlanned =
                jobs.latest(KIND, null, null, PLANNED_AT_MOST).stream()
                        .anyMatch(job -> job.subject().equals(subject));
        if (!isPlanned) {
            jobs.plan(new JobOrder(KIND, subject, "", null, "disbursement-service"));
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<UUID> next(Job job, Optional<UUID> after, int limit) {
        return index.ofOtherKeys(after.orElse(FIRST), limit);
    }

    @Override
    public void apply(Job job, List<UUID> instructions) {
        index.write(instructions);
    }

    @Override
    public String textOf(UUID instruction) {
        return instruction.toString();
    }

    @Override
    public UUID itemOf(String text) {
        return UUID.fromString(text);
    }

    @Override
    public int chunkItems() {
        return INSTRUCTIONS_AT_ONCE;
    }
}
