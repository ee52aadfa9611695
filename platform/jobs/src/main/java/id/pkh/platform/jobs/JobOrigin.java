package id.pkh.platform.jobs;

/**
 * Connects a job with the request that planned it. The module that publishes events provides it, so
 * that the events of a job carry the correlation id of the request.
 */
public interface JobOrigin {

    /** The origin of the current thread's work, as a text that is stored with the job. */
    String current();

    /** Runs a chunk as a consequence of that origin. */
    void run(String origin, Runnable chunk);
}
