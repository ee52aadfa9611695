package id.pkh.district.story;

import id.pkh.client.RefusedCall;

/** A call that may be refused. */
final class Attempt {

    private static final int OK = 200;

    private Attempt() {}

    /** The status of its answer; a service that does not answer stops the story. */
    static int status(Runnable call) {
        try {
            call.run();
            return OK;
        } catch (RefusedCall refused) {
            if (refused.status() == 0) {
                throw refused;
            }
            return refused.status();
        }
    }
}
