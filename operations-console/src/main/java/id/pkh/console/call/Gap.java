package id.pkh.console.call;

import java.util.Optional;

/**
 * A service whose data is missing on a page, and why.
 *
 * @param problem code of its refusal; empty when it did not respond
 */
public record Gap(ServiceName service, String problem) {

    /** Empty when the service returned the data. */
    public static Optional<Gap> in(Reply reply) {
        return reply.isOk()
                ? Optional.empty()
                : Optional.of(new Gap(reply.service(), reply.isAnswered() ? reply.code() : ""));
    }

    public boolean isSilent() {
        return problem.isEmpty();
    }
}
