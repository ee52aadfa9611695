package id.pkh.console.overview;

import java.util.List;

/**
 * The state of the broker.
 *
 * @param isUp false when it did not respond in time
 * @param nodes brokers of the cluster
 * @param lags by topic and group, the largest lag first
 */
record BrokerState(boolean isUp, int nodes, List<StreamLag> lags) {

    static BrokerState down() {
        return new BrokerState(false, 0, List.of());
    }
}
