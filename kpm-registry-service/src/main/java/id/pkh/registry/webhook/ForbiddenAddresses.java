package id.pkh.registry.webhook;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Addresses to which nothing is sent, because they lie inside a network, or mean something else
 * than one host of the internet. The table is in docs/rules/webhooks.md.
 */
final class ForbiddenAddresses {

    static final List<Range> RANGES =
            List.of(
                    new Range("0.0.0.0/8"),
                    new Range("10.0.0.0/8"),
                    new Range("100.64.0.0/10"),
                    new Range("127.0.0.0/8"),
                    new Range("168.63.129.16/32"),
                    new Range("169.254.0.0/16"),
                    new Range("172.16.0.0/12"),
                    new Range("192.0.0.0/24"),
                    new Range("192.0.2.0/24"),
                    new Range("192.88.99.0/24"),
                    new Range("192.168.0.0/16"),
                    new Range("198.18.0.0/15"),
                    new Range("198.51.100.0/24"),
                    new Range("203.0.113.0/24"),
                    new Range("224.0.0.0/4"),
                    new Range("240.0.0.0/4"),
                    new Range("::/96"),
                    new Range("64:ff9b::/96"),
                    new Range("64:ff9b:1::/48"),
                    new Range("100::/64"),
                    new Range("2001::/23"),
                    new Range("2001:db8::/32"),
                    new Range("2002::/16"),
                    new Range("3fff::/20"),
                    new Range("5f00::/16"),
                    new Range("fc00::/7"),
                    new Range("fe80::/10"),
                    new Range("fec0::/10"),
                    new Range("ff00::/8"));

    private static final int BITS_OF_V4 = 96;

    private ForbiddenAddresses() {}

    static boolean contain(InetAddress address) {
        byte[] bytes = withoutMapping(address.getAddress());
        return RANGES.stream().anyMatch(range -> range.contains(bytes));
    }

    /** The IPv4 address in an IPv6 address that only maps it. */
    private static byte[] withoutMapping(byte[] address) {
        if (address.length != 16) {
            return address;
        }
        boolean isMapped = address[10] == (byte) 0xff && address[11] == (byte) 0xff;
        for (int i = 0; i < 10; i++) {
            isMapped &= address[i] == 0;
        }
        return isMapped ? Arrays.copyOfRange(address, BITS_OF_V4 / Byte.SIZE, 16) : address;
    }

    /** Addresses with the same first bits. */
    record Range(String text, byte[] first, int bits) {

        Range(String text) {
            this(
                    text,
                    bytesOf(text.substring(0, text.indexOf('/'))),
                    Integer.parseInt(text.substring(text.indexOf('/') + 1)));
        }

        private static byte[] bytesOf(String literal) {
            try {
                InetAddress address = InetAddress.getByName(literal); // a literal is not looked up
                return address instanceof Inet6Address || !literal.contains(":")
                        ? address.getAddress()
                        : new byte[16];
            } catch (UnknownHostException notAnAddress) {
                throw new IllegalArgumentException(notAnAddress);
            }
        }

        boolean contains(byte[] address) {
            if (address.length != first.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % Byte.SIZE;
                if (((address[bit / Byte.SIZE] ^ first[bit / Byte.SIZE]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
