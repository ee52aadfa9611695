package id.pkh.console.overview;

import java.util.List;

/**
 * What the broker says.
 *
 * @param isUp false when it did not answer in time
 * @param nodes brokers of the cluster
 * @param lags by topic and group, the furthest behind first
 */
record BrokerState(boolean isUp, int nodes, List<StreamLag> lags) {

    static BrokerState down() {
        return new BrokerState(false, 0, List.of());
    }
}
