package id.pkh.platform.messaging.trace;

import com.fasterxml.jackson.core.JsonProcessingException;
import id.pkh.platform.jobs.JobOrigin;
import id.pkh.platform.messaging.envelope.WireFormat;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Keeps with a job the act that asked for it: what the job publishes carries the correlation id and
 * the trace of that act, whichever instance works on it.
 */
@ApplicationScoped
class JobCausation implements JobOrigin {

    @Override
    public String current() {
        try {
            return WireFormat.mapper().writeValueAsString(Causation.current());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the cause of a job cannot be written as JSON", e);
        }
    }

    @Override
    public void run(String origin, Runnable chunk) {
        of(origin).run(chunk);
    }

    private static Causation of(String origin) {
        try {
            return WireFormat.mapper().readValue(origin, Causation.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the cause of a job cannot be read", e);
        }
    }
}
