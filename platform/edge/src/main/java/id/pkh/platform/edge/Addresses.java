package id.pkh.platform.edge;

import io.netty.util.NetUtil;
import java.util.Arrays;
import java.util.HexFormat;

/** The addresses of callers. */
final class Addresses {

    private static final int IPV6_NETWORK_BYTES = 8;

    private Addresses() {}

    /** An IPv4 address, or the network of an IPv6 address: one customer has all addresses in it. */
    static String network(String address) {
        byte[] bytes = address == null ? null : NetUtil.createByteArrayFromIpAddressString(address);
        if (bytes == null || bytes.length <= IPV6_NETWORK_BYTES) {
            return String.valueOf(address);
        }
        return HexFormat.ofDelimiter(":").formatHex(Arrays.copyOf(bytes, IPV6_NETWORK_BYTES));
    }
}
