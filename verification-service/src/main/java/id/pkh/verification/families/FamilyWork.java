package id.pkh.verification.families;

import id.pkh.platform.jobs.JobWork;
import java.util.UUID;

/**
 * Long work that goes through families in the order of their ids. A family that fails by itself is
 * set aside, so that it does not hold up ten million others.
 */
public interface FamilyWork extends JobWork<UUID> {

    @Override
    default String textOf(UUID kpmId) {
        return kpmId.toString();
    }

    @Override
    default UUID itemOf(String text) {
        return UUID.fromString(text);
    }
}
