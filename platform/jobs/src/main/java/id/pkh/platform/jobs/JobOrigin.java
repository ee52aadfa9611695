package id.pkh.platform.jobs;

/**
 * What connects a job with the act that asked for it. The module that publishes events provides it,
 * so that the events of a job carry the correlation id of the request.
 */
public interface JobOrigin {

    /** The act of the current thread, as a text to be kept with the job. */
    String current();

    /** Runs a chunk as a consequence of that act. */
    void run(String origin, Runnable chunk);
}
