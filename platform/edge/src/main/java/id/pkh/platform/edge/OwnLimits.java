package id.pkh.platform.edge;

import id.pkh.platform.edge.EdgeConfig.Limits;
import id.pkh.platform.edge.EdgeConfig.Own;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** Limits of one caller that differ from those of the others; the period is that of all. */
record OwnLimits(int requests, Duration period, int concurrent) implements Limits {

    OwnLimits {
        if (requests < 1 || concurrent < 1) {
            throw new IllegalArgumentException(
                    "pkh.edge.clients: a caller has one request at least; who may not call is"
                            + " disabled at the provider of tokens");
        }
    }

    /** By the name of the caller. */
    static Map<String, Limits> of(EdgeConfig config) {
        Limits common = config.caller();
        return config.clients().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, own -> of(own.getValue(), common)));
    }

    private static Limits of(Own own, Limits common) {
        return new OwnLimits(
                own.requests().orElse(common.requests()),
                common.period(),
                own.concurrent().orElse(common.concurrent()));
    }
}
