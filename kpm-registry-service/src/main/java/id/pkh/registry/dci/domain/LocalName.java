package id.pkh.registry.dci.domain;

/** Names are sent with a name space ({@code spdci-extensions-dci:Member}) or without. */
final class LocalName {

    private LocalName() {}

    static String of(String name) {
        return name.substring(name.lastIndexOf(':') + 1);
    }
}
